import type { Matter } from './matter.ts';

/** The one that keeps coming back: forty of these are a pattern. */
export const ESPRESSO_LEAK: Matter = {
  items: ['Lumo Bar 2', 'Lumo Bar 2', 'Lumo Bar 2 S'],
  serial: 'LB2-',
  told: {
    en: [
      'The espresso machine leaks from the bottom every time it heats up. The worktop is swelling.',
      'Water runs out from under my espresso machine as soon as the boiler is hot. I put a towel under it every morning.',
      'It leaks. Not much, a cup a day, from underneath, and only once it is hot. I was told twice to descale it.',
      'There is a puddle under the espresso machine after every second coffee, and a hissing before it.',
    ],
    ar: [
      'تسرّب ماكينة الإسبريسو الماء من الأسفل كلما سخنت، وقد انتفخ خشب الطاولة.',
      'أجد بركة ماء تحت ماكينة القهوة كل صباح. قيل لي أن أزيل الكلس ففعلت مرتين ولم ينفع.',
    ],
    fi: [
      'Espressokeitin vuotaa pohjasta aina kun se kuumenee. Pöytälevy on jo turvonnut.',
      'Keittimen alla on lätäkkö joka aamu. Kalkinpoisto tehty kahdesti, ei apua.',
    ],
    es: [
      'La cafetera pierde agua por debajo cada vez que se calienta. La encimera se está hinchando.',
      'Gotea por abajo en cuanto la caldera está caliente, y ya la descalcifiqué dos veces.',
    ],
    ja: [
      'エスプレッソマシンが温まるたびに底から水が漏れます。台の板がふくらんできました。',
      '二回も石灰を取り除きましたが、まだ下から水が漏れています。',
    ],
    de: [
      'Die Espressomaschine leckt unten, sobald sie heiß ist. Die Arbeitsplatte quillt schon auf.',
      'Jeden Morgen steht Wasser unter der Maschine, zweimal entkalkt, ohne Erfolg.',
    ],
    fr: [
      'La machine à café fuit par le dessous dès qu’elle chauffe. Le plan de travail gonfle.',
      'De l’eau coule sous la machine tous les matins, et le détartrage n’a rien changé.',
    ],
  },
  tried: {
    en: [
      { description: 'Descaling', outcome: 'no' },
      { description: 'Descaling, a second time', outcome: 'no' },
    ],
    ar: [{ description: 'إزالة الكلس', outcome: 'no' }],
    fi: [{ description: 'Kalkinpoisto', outcome: 'no' }],
    es: [{ description: 'Descalcificar', outcome: 'no' }],
    de: [{ description: 'Entkalken', outcome: 'no' }],
  },
  understood: {
    en: 'It leaks from below once the boiler is hot. You descaled it, and that did not help.',
    ar: 'يتسرّب الماء من الأسفل بعد أن يسخن المرجل. أزلتم الكلس ولم ينفع ذلك.',
  },
  steps: [
    { what: 'Tightened the hose clamps', outcome: 'no' },
    { what: 'New gasket under the boiler', outcome: 'yes' },
  ],
  plan: 'Change the gasket under the boiler, then run it hot for an hour on dry paper.',
  part: { what: 'Boiler gasket', minor: 890 },
  labourMinor: 3_500,
};

/** A kettle that stops by itself. */
export const KETTLE: Matter = {
  items: ['Aalto kettle', 'Aalto 1.7'],
  serial: 'AK-',
  told: {
    en: [
      'My kettle stopped after two days. It smells of burning plastic and I am afraid to plug it in.',
      'The kettle switches itself off before the water boils.',
      'The lid of the kettle does not stay shut, and steam comes out at the handle. I burnt my hand.',
    ],
    ar: ['توقفت الغلّاية بعد يومين وتفوح منها رائحة بلاستيك محترق. أخاف أن أشغّلها.'],
    fi: ['Vedenkeitin sammuu ennen kuin vesi kiehuu.'],
    es: ['El hervidor se apaga antes de que hierva el agua.'],
    ja: ['電気ケトルがお湯になる前に切れてしまいます。焦げたにおいもします。'],
    de: ['Der Wasserkocher schaltet ab, bevor das Wasser kocht.'],
    fr: ['La bouilloire s’arrête avant que l’eau ne bouille. Ça sent le brûlé.'],
  },
  tried: {
    en: [{ description: 'Another socket', outcome: 'no' }],
    ja: [{ description: '別のコンセント', outcome: 'no' }],
  },
  understood: {
    en: 'It switches off too early and smells of burning. You have not used it since.',
    ar: 'تنطفئ قبل الأوان وتفوح منها رائحة احتراق، ولم تستخدموها منذ ذلك الحين.',
  },
  steps: [
    { what: 'Cleaned the contacts of the base', outcome: 'a-little' },
    { what: 'New thermostat', outcome: 'yes' },
  ],
  plan: 'Put in a new thermostat and boil it ten times.',
  part: { what: 'Thermostat', minor: 1_250 },
  labourMinor: 2_000,
};

/** A blender that goes slow. */
export const BLENDER: Matter = {
  items: ['Mixa Pro', 'Mixa Pro 900'],
  serial: '',
  told: {
    en: [
      'The blender goes slower and slower and then it stops. Frozen berries were fine until last week.',
      'Grey oil came out of the blender into my daughter’s smoothie. I want to know whether it is poisonous.',
      'The jug of the blender has a crack, and it was like that in the box.',
    ],
    ar: ['الخلاط يبطئ ثم يتوقف، ويخرج منه زيت رمادي.'],
    fi: ['Tehosekoitin hidastuu ja pysähtyy.'],
    es: ['La batidora pierde fuerza y huele a quemado.'],
    ja: ['ミキサーがだんだん遅くなって止まります。'],
    de: ['Der Mixer wird immer langsamer und bleibt dann stehen.'],
    fr: ['Le mixeur ralentit puis s’arrête, et une huile grise en sort.'],
  },
  tried: { en: [{ description: 'Let it cool down', outcome: 'a-little' }] },
  understood: {
    en: 'It loses its strength and stops, and something grey came out at the bottom.',
    ar: 'يفقد قوته ويتوقف، وخرج شيء رمادي من أسفله.',
  },
  steps: [{ what: 'New bearing and seal', outcome: 'yes' }],
  plan: 'Replace bearing and seal, and tell them in writing what the oil is.',
  part: { what: 'Bearing with seal', minor: 1_690 },
  labourMinor: 2_500,
};
