import path from 'node:path';
import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import { claimNumber } from '../../src-main/domain/claim-number.ts';
import { createTextReader, documentOf, termsOf } from '../../src-main/search/document.ts';
import { createFinder } from '../../src-main/search/find.ts';
import { createIndexWriter } from '../../src-main/search/index-writer.ts';
import { parseQuery } from '../../src-main/search/query.ts';
import { createSimilarFinder, SIMILAR_MAX } from '../../src-main/search/similar.ts';
import { connect } from '../../src-main/store/sqlite.ts';
import { say } from '../lib/log.mjs';
import { openStores } from './claims.mjs';
import { format, makeRow, summarize, timed, timedWork, workedNote } from './figures.mjs';
import { createInventor, createRandom } from './invented-claims.mjs';
import { CLAIMS_WHERE_NOT_TOLD, FIRST, SEED, STORE, writeMany } from './many-claims.mjs';
import { measureSlices, sliceRows } from './search-slices.mjs';
import { mostAlikeOfAll } from './similar-quality.mjs';

/** So many of the last claims are taken in as the app does it, slice by slice. */
const TAKEN_IN_AS_BY_THE_APP = 2_000;
const LARGE_SLICE_MS = 500;
const TYPED = 400;
const RANKED = 300;
const MIXED = 200;
const SIMILAR = 200;
/** The naive way takes seconds. */
const NAIVE = 12;

/** Measures finding claims among many, with the app's own index and queries on a connection that only reads. */
export async function measureSearch({ dataFolder, claims = CLAIMS_WHERE_NOT_TOLD }) {
  const folder = path.join(dataFolder, 'search');
  const { db, close } = openStores(folder);
  const file = path.join(folder, 'claims.db');
  try {
    const topics = fill(db, claims);
    const { measured, notes } = takeIn(db, file, claims);
    const reading = connect(file, { readonly: true, busyMs: 0 });
    reading.pragma('cache_size = -65536');
    try {
      const of = `of ${claims.toLocaleString('en')} claims`;
      return [...queryRows(reading, { topics, claims, of, notes }), ...sliceRows(measured, of)];
    } finally {
      reading.close();
    }
  } finally {
    close();
  }
}

/** Returns the rows of everything that is asked of a finished index, which `fill` made the claims of. */
function queryRows(db, { topics, claims, of, notes }) {
  const asked = sampleQueries(db, claims);
  return [
    typedRow(db, asked, of, notes),
    mixedRow(db, claims, of),
    rankedRow(db, asked, of),
    similarRow(db, topics, claims, of),
  ];
}

/** Writes the rows that searching reads, without the rest of a claim. Returns what each is about. */
function fill(db, claims) {
  const invent = createInventor(SEED);
  const topics = [];
  const claim = db.prepare(
    `INSERT INTO claim (running, id, number, request_id, store_code, secret, salt, locale, item_name, item_serial,
       contact_name, contact_phone, contact_email, contact_way, taken_at)
     VALUES (@running, @id, @number, @id, '${STORE}', 'secret', 'salt', 'en', @item, @serial, @name, @phone, '', NULL, @takenAt)`,
  );
  const statement = db.prepare(
    "INSERT INTO statement (id, claim_id, seq, text, locale, given_at) VALUES (@id, @id, 1, @statement, 'en', @takenAt)",
  );
  const attempt = db.prepare(
    "INSERT INTO attempt (claim_id, position, description, outcome) VALUES (@id, 0, @tried, 'no')",
  );
  writeMany(db, claims, (at) => {
    const running = FIRST + at;
    const { topic, ...texts } = invent();
    const row = { ...texts, running, number: claimNumber(STORE, running), id: `claim-${running}` };
    claim.run(row);
    statement.run(row);
    if (row.tried !== '') attempt.run(row);
    topics.push(topic);
  });
  return topics;
}

function takeIn(db, file, claims) {
  const before = statSync(file).size;
  const writer = createIndexWriter(db);
  const started = performance.now();
  let left = claims - TAKEN_IN_AS_BY_THE_APP;
  while (left > 0) {
    left -= writer.step(LARGE_SLICE_MS).claims;
    db.pragma('wal_checkpoint(PASSIVE)');
  }
  const lasted = performance.now() - started;
  say(`  ${claims.toLocaleString('en')} claims taken into the index in ${format(lasted / 1_000)} s`);
  settle(db, file);
  const measured = measureSlices(db, path.dirname(file));
  while (!writer.step(LARGE_SLICE_MS).done) db.pragma('wal_checkpoint(PASSIVE)');
  settle(db, file);
  const grown = (statSync(file).size - before) / claims;
  return {
    measured,
    notes: [
      `taken into the index at ${format(claims / (lasted / 1_000))} claims a second; ${format(before / claims)} bytes a claim, the index ${format(grown)} more`,
    ],
  };
}

/** What the system still has to write of gigabytes would be waited for in what is measured next. */
function settle(db, file) {
  db.pragma('wal_checkpoint(TRUNCATE)');
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** Texts that find something: words, a name, a phone, a serial or a number of claims that are there. */
function sampleQueries(db, claims) {
  const random = createRandom(SEED + 1);
  const reader = createTextReader(db);
  const oneOf = (list) => list[Math.floor(random() * list.length)];
  return () => {
    const texts = reader.byRunning(FIRST + Math.floor(random() * claims));
    const words = texts.told[0].includes(' ') ? texts.told[0].split(' ') : texts.told[0].match(/.{1,3}/gu);
    const kind = random();
    if (kind < 0.45) return oneOf(words);
    if (kind < 0.7) return `${oneOf(words)} ${oneOf(words)}`;
    if (kind < 0.8) return texts.item || oneOf(words);
    if (kind < 0.87) return texts.name || oneOf(words);
    if (kind < 0.94) return texts.phone.slice(-6) || texts.number;
    return texts.serial.slice(0, 8) || texts.number;
  };
}

function typedRow(db, nextQuery, of, notes) {
  const finder = createFinder(db);
  const [ours, worked] = [[], []];
  let worst = { ms: 0, text: '' };
  for (let count = 0; count < TYPED; count += 1) {
    const letters = [...nextQuery()];
    for (let length = 1; length <= letters.length; length += 1) {
      const text = letters.slice(0, length).join('');
      const { passed: ms, worked: ownMs } = timedWork(() => finder.find(text, false));
      ours.push(ms);
      worked.push(ownMs);
      if (ms > worst.ms) worst = { ms, text };
    }
  }
  return makeRow({
    what: `search as you type, ${of}`,
    unit: 'ms',
    ours,
    target: { figure: 'p99', atMost: 5, of: 'ours' },
    notes: [
      ...notes,
      workedNote(worked),
      `each of ${ours.length} key presses is a search; the longest took ${format(worst.ms)} ms for “${worst.text}”`,
    ],
  });
}

/** A word, and a part of a phone beside it that grows with each key press. */
function mixedRow(db, claims, of) {
  const random = createRandom(SEED + 3);
  const reader = createTextReader(db);
  const finder = createFinder(db);
  const [ours, worked] = [[], []];
  let asked = 0;
  let found = 0;
  while (asked < MIXED) {
    const { told, phone } = reader.byRunning(FIRST + Math.floor(random() * claims));
    const [word] = told[0].split(' ');
    if (phone === '' || word === told[0]) continue;
    asked += 1;
    const part = phone.replace(' ', '').slice(-6);
    for (let length = 1; length <= part.length; length += 1) {
      let answer;
      const time = timedWork(() => (answer = finder.find(`${word} ${part.slice(0, length)}`, false)));
      ours.push(time.passed);
      worked.push(time.worked);
      if (length === part.length && answer.claims.length > 0) found += 1;
    }
  }
  return makeRow({
    what: `a word and part of a phone, ${of}`,
    unit: 'ms',
    ours,
    target: { figure: 'p99', atMost: 5, of: 'ours' },
    notes: [
      workedNote(worked),
      `each of ${ours.length} key presses is a search; ${found} of ${asked} found a claim in the end`,
    ],
  });
}

function rankedRow(db, nextQuery, of) {
  const finder = createFinder(db);
  const everything = db
    .prepare('SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rank LIMIT 20')
    .pluck();
  const [ours, floor] = [[], []];
  for (let count = 0; count < RANKED; count += 1) {
    const text = nextQuery();
    ours.push(timed(() => finder.find(text, true)));
    floor.push(timed(() => everything.all(parseQuery(text).words)));
  }
  return makeRow({
    what: `ranked search, ${of}`,
    unit: 'ms',
    ours,
    floor,
    floorWhat: 'bm25 over every match, no snippets',
    target: { figure: 'p95', atMost: 20, of: 'ours' },
    notes: [p95(ours, floor)],
  });
}

function similarRow(db, topics, claims, of) {
  const random = createRandom(SEED + 2);
  const finder = createSimilarFinder(db);
  const reader = createTextReader(db);
  const naive = db
    .prepare('SELECT rowid FROM search_words WHERE search_words MATCH ? AND rowid <> ? ORDER BY rank LIMIT ?')
    .pluck();
  const [ours, worked, floor, quality, naiveQuality, answers] = [[], [], [], [], [], []];
  const alike = (self, others) =>
    others.filter((running) => topics[running - FIRST] === topics[self - FIRST]).length / SIMILAR_MAX;
  for (let count = 0; count < SIMILAR; count += 1) {
    const running = FIRST + Math.floor(random() * claims);
    const texts = reader.byRunning(running);
    let found;
    const time = timedWork(() => (found = finder.similar(texts.claimId)));
    ours.push(time.passed);
    worked.push(time.worked);
    if (count >= NAIVE) continue;
    const numbers = found.map(({ number }) => Number(number.split('-')[1]));
    answers.push({ running, numbers });
    quality.push(alike(running, numbers));
    const terms = [...termsOf(documentOf(texts))].map((term) => `"${term}"`).join(' OR ');
    let others;
    floor.push(timed(() => (others = naive.all(terms, running, SIMILAR_MAX))));
    naiveQuality.push(alike(running, others));
  }
  const ofAll = mostAlikeOfAll(
    db,
    answers.map(({ running }) => running),
    SIMILAR_MAX,
  );
  const same = answers.map(
    ({ numbers }, at) => numbers.filter((each) => ofAll[at].includes(each)).length / ofAll[at].length,
  );
  const percent = (shares) => `${Math.round((100 * shares.reduce((a, b) => a + b, 0)) / shares.length)} %`;
  return makeRow({
    what: `similar claims, ${of}`,
    unit: 'ms',
    ours,
    floor,
    floorWhat: `bm25 over every claim that has any of the words (${NAIVE} claims)`,
    target: { figure: 'p95', atMost: 35, of: 'ours' },
    notes: [
      p95(ours, floor),
      workedNote(worked),
      `${percent(same)} of those found are the ones that going through every word of every claim gives`,
      `of those found, ${percent(quality)} are about the very same; of the floor's ${percent(naiveQuality)}`,
    ],
  });
}

function p95(ours, floor) {
  return `p95 ${format(summarize(ours).p95)} ms, of the floor ${format(summarize(floor).p95)} ms`;
}
