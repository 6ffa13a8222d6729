/**
 * Claims as a chain's stores might have them: invented words in the frequencies of real ones, in six languages and four
 * scripts, around real small words. The same seed gives the same claims.
 */

/** Small words of each language, the most frequent first, and what its other words are made of. */
const LANGUAGES = [
  {
    share: 0.4,
    small:
      'the and it to i my a is not was of in that for with when but after on have this again no from at'.split(
        ' ',
      ),
    parts:
      'ba be bri ca clo cu de dra dri fa fi flo ga gri ha hi ja ka kle la li lo ma mi mu na ne no pa pli po ra re ri sa se shi smo sta ti to tru va wi wo'.split(
        ' ',
      ),
    ends: ['', 's', 'ed', 'ing', 'er', 'le', 'n', 't'],
  },
  {
    share: 0.15,
    small:
      'der die und ich das ist nicht es ein mit zu auf für sie hat den von aber nach noch schon über'.split(
        ' ',
      ),
    parts:
      'ab au be blä bro dä dra ei er fe flü ge gra ha he hö ka klo krä la le lo mä mu nä no pfa re rü sa schlü spü sta ta tro ver wa wei zu zü'.split(
        ' ',
      ),
    ends: ['', 'e', 'en', 'er', 'ung', 't', 'lich', 'ß'],
  },
  {
    share: 0.15,
    small: 'le la et je de les un est pas il que en une à pour avec sur mais après où ça été'.split(' '),
    parts:
      'ac ba bé bou cha ché cla co cri dé du é fé fra ga gou hé ja la lè li mar mé mou no nu pa pé plo pré ré rou sé ta té tra tu ve voi'.split(
        ' ',
      ),
    ends: ['', 'e', 's', 'er', 'ée', 'tion', 'ment', 'eur'],
  },
  {
    share: 0.1,
    small: 'и в не я на что он это с а но как по у из за был когда уже ещё всё'.split(' '),
    parts:
      'ба бе бри ва ве во гра да де до за зи ка ки кла ко кра ла ле ло ма ми мо на не но па пе пло по про ра ре ро са се ста та те то тру хо че шу'.split(
        ' ',
      ),
    ends: ['', 'а', 'ы', 'ть', 'ет', 'ный', 'ой', 'ик'],
  },
  {
    share: 0.1,
    small: 'في من على لا أن هذا إلى التي كان مع عن بعد لم ثم كل أو ما هو'.split(' '),
    parts:
      'با بر بي تا تر تس جا جه حا حر خا خل دا در را رس زا سا سر شا شر صا ضا طا عا عم غا فا فر قا قط كا كه لا لم ما مر نا نف ها وا'.split(
        ' ',
      ),
    ends: ['', 'ة', 'ات', 'ين', 'ي', 'ها', 'ون', 'ان'],
  },
  {
    share: 0.1,
    small: 'の に は を が た で て と し れ さ も な い から まで です ます'.split(' '),
    parts: [
      ...'水電気熱音動止修理交換購入使用開閉回転表示画面故障返金保証店員先月昨日今朝最初部品製品台所床底蓋線機械色光湯茶飯洗濯乾燥冷蔵庫扇風掃除',
    ],
    ends: ['', '', '', 'する', 'ない', 'った', 'り', 'く'],
    unspaced: true,
  },
];
const WORDS_OF_A_LANGUAGE = 40_000;
const TOPICS = 2_000;
const ITEMS = 60;
const FIRST_NAMES =
  'Aino Mika Sofia Leo Ella Onni Marie José Zoë Łukasz Åsa Søren Yusuf Amina Anna Ivan Olga Jürgen Émile Chloé أحمد فاطمة 翔太 陽子'.split(
    ' ',
  );
const TAKEN_AT = Date.UTC(2026, 0, 5, 8);
const BETWEEN_MS = 60_000;

/** Returns a source of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Returns a maker of claims; each call gives the next one: what it is about (`topic`), and its texts. */
export function createInventor(seed) {
  const random = createRandom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const oneOf = (list) => list[below(list.length)];
  // Zipf's law by inversion: the share of ranks up to r is about log(r) / log(all).
  const rank = (count) => Math.min(count - 1, Math.floor(Math.exp(random() * Math.log(count + 1))) - 1);

  const languages = LANGUAGES.map((language) => {
    const words = [...language.small];
    while (words.length < WORDS_OF_A_LANGUAGE) {
      const parts = Array.from({ length: 1 + below(3) }, () => oneOf(language.parts));
      words.push(parts.join('') + oneOf(language.ends));
    }
    const common = language.small.length;
    const items = Array.from(
      { length: ITEMS },
      () => `${words[common + below(2_000)]} ${words[common + below(8_000)]}`,
    );
    const topics = Array.from({ length: TOPICS }, (_, at) => ({
      item: items[at % ITEMS],
      words: Array.from({ length: 10 }, () => words[common + below(6_000)]),
    }));
    return { ...language, words, topics };
  });
  const lastNames = Array.from({ length: 20_000 }, () => {
    const parts = LANGUAGES[below(3)].parts;
    const name = oneOf(parts) + oneOf(parts) + oneOf(parts);
    return name[0].toUpperCase() + name.slice(1);
  });

  function language() {
    let left = random();
    return languages.find(({ share }) => (left -= share) < 0) ?? languages[0];
  }

  function digits(count) {
    return Array.from({ length: count }, () => below(10)).join('');
  }

  let made = 0;
  return () => {
    const { words, topics, unspaced } = language();
    const topicAt = rank(TOPICS);
    const topic = topics[topicAt];
    const length = 15 + below(60);
    const told = Array.from({ length }, () =>
      random() < 0.12 ? oneOf(topic.words) : words[rank(words.length)],
    );
    const name = random() < 0.8 ? `${oneOf(FIRST_NAMES)} ${oneOf(lastNames)}` : '';
    made += 1;
    return {
      topic: `${words[1]} ${topicAt}`,
      statement: told.join(unspaced ? '' : ' '),
      tried: random() < 0.4 ? [oneOf(topic.words), words[rank(words.length)]].join(' ') : '',
      item: random() < 0.7 ? topic.item : '',
      serial: random() < 0.4 ? `${oneOf(['SN', 'K', 'LX', 'T'])}-${digits(3)}-${digits(5)}` : '',
      name,
      phone: random() < 0.7 ? `${oneOf(['040 ', '+358 50 ', '09 '])}${digits(3)} ${digits(4)}` : '',
      takenAt: TAKEN_AT + made * BETWEEN_MS,
    };
  };
}
