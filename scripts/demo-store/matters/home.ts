import type { Matter } from './matter.ts';

/** A vacuum cleaner that does not charge. */
export const VACUUM: Matter = {
  items: ['Pilvi V8', 'Pilvi V8 Plus'],
  serial: 'PV8-',
  told: {
    en: [
      'The cordless vacuum does not charge any more. The light is red for a second and then nothing.',
      'It runs for four minutes and dies. The box says forty.',
      'You had it for repair in spring and it is the same again. I do not want to tell the whole story once more.',
    ],
    ar: ['لا تُشحن المكنسة. يضيء المصباح الأحمر لحظة ثم ينطفئ.'],
    fi: ['Imuri ei lataudu enää, punainen valo välähtää ja siinä kaikki.'],
    es: ['La aspiradora ya no carga; la luz roja parpadea una vez y nada más.'],
    ja: ['掃除機が充電できません。赤いランプが一瞬つくだけです。'],
    de: ['Der Staubsauger lädt nicht mehr, kurz rot, dann nichts.'],
    fr: ['L’aspirateur ne charge plus : un voyant rouge, puis rien.'],
  },
  tried: {
    en: [{ description: 'Left it on the charger for a whole night', outcome: 'no' }],
    fr: [{ description: 'Une nuit entière sur le chargeur', outcome: 'no' }],
  },
  understood: {
    en: 'It does not charge: red light for a second, then nothing. A night on the charger changed nothing.',
    ar: 'لا تُشحن: ضوء أحمر لحظة ثم لا شيء. لم تُغيّر ليلة كاملة على الشاحن شيئًا.',
  },
  steps: [
    { what: 'Another charger', outcome: 'no' },
    { what: 'New battery pack', outcome: 'yes' },
  ],
  plan: 'Measure the cells; if two are dead, a new pack.',
  part: { what: 'Battery pack', minor: 4_900 },
  labourMinor: 1_500,
};

/** A radio that hisses. */
export const RADIO: Matter = {
  items: ['Kuu DAB', 'Kuu DAB mini'],
  serial: 'KD-',
  told: {
    en: [
      'The kitchen radio hisses on every station since the update, and nobody answers the phone.',
      'It forgets the time every night. My father is blind and needs it to speak the time.',
    ],
    ar: ['يُصدر المذياع صفيرًا في كل المحطات منذ التحديث الأخير، ولا أحد يجيب على الهاتف.'],
    fi: ['Radio suhisee joka kanavalla päivityksen jälkeen.'],
    es: ['La radio hace ruido en todas las emisoras desde la actualización.'],
    ja: ['更新してからラジオに雑音が入ります。'],
    de: ['Seit dem Update rauscht das Radio auf jedem Sender.'],
    fr: ['La radio grésille sur toutes les stations depuis la mise à jour.'],
  },
  tried: { en: [{ description: 'Factory reset', outcome: 'a-little' }] },
  understood: {
    en: 'It hisses on every station since the update. A reset helped for a day.',
    ar: 'صفير في كل المحطات منذ التحديث. نفعت إعادة الضبط يومًا واحدًا.',
  },
  steps: [
    { what: 'Firmware one version back', outcome: 'a-little' },
    { what: 'Resoldered the aerial', outcome: 'yes' },
  ],
  plan: 'Look at the aerial socket; the old firmware until then.',
  part: { what: 'Aerial socket', minor: 600 },
  labourMinor: 3_000,
};

/** A lamp that flickers. */
export const LAMP: Matter = {
  items: ['Revontuli floor lamp', 'Revontuli'],
  serial: '',
  told: {
    en: [
      'The lamp flickers when it is dimmed. I get migraines from it and cannot read in the evening.',
      'One of the three lights went out after a week. I have thrown the receipt away.',
    ],
    ar: ['يومض المصباح عند خفض الضوء ويسبب لي الصداع.'],
    fi: ['Lamppu välkkyy himmennettynä.'],
    es: ['La lámpara parpadea cuando bajo la luz.'],
    ja: ['暗くするとランプがちらつきます。'],
    de: ['Die Lampe flackert, wenn sie gedimmt ist.'],
    fr: ['La lampe clignote quand on baisse la lumière.'],
  },
  tried: {},
  understood: {
    en: 'It flickers when dimmed, and that gives you headaches. There is no receipt, and none is needed.',
    ar: 'يومض عند خفض الضوء فيصيبكم الصداع. لا إيصال، ولا حاجة إليه.',
  },
  steps: [{ what: 'New driver for the LEDs', outcome: 'yes' }],
  plan: 'Change the driver; where there is none, the whole lamp.',
  part: { what: 'LED driver', minor: 1_400 },
  labourMinor: 2_000,
};

/** A bicycle whose motor stops. */
export const BICYCLE: Matter = {
  items: ['Myrsky E', 'Myrsky E city'],
  serial: 'ME-',
  told: {
    en: [
      'The motor of my bicycle cuts out on the hill to the hospital. I am a nurse and I was late three times.',
      'The brakes squeal so loudly that people turn round. It was serviced here in October.',
    ],
    ar: ['ينقطع محرك الدراجة في منتصف الصعود كل مرة.'],
    fi: ['Sähköpyörän moottori katkeaa ylämäessä.'],
    es: ['El motor de la bicicleta se corta en plena cuesta.'],
    ja: ['坂道で自転車のモーターが止まります。'],
    de: ['Der Motor setzt am Berg aus, jedes Mal an derselben Stelle.'],
    fr: ['Le vélo électrique s’arrête en pleine côte.'],
  },
  tried: { en: [{ description: 'Charged it fully, and cleaned the plug', outcome: 'no' }] },
  understood: {
    en: 'The motor cuts out on the hill with a full battery, and you depend on it to get to work.',
    ar: 'ينقطع المحرك في الصعود والبطارية ممتلئة، وأنتم تعتمدون عليها للوصول إلى العمل.',
  },
  steps: [
    { what: 'New speed sensor', outcome: 'no' },
    { what: 'Resealed the motor’s plug', outcome: 'a-little' },
  ],
  plan: 'Ask the maker for a motor on loan; we do not know yet what it is.',
  part: { what: 'Motor cable', minor: 3_900 },
  labourMinor: 6_000,
};

/** A phone that gets hot. */
export const PHONE: Matter = {
  items: ['Nord 5', 'Nord 5 Lite'],
  serial: 'N5',
  told: {
    en: [
      'The telephone gets so hot in my pocket that it hurts, and the battery is empty by noon.',
      'After you changed the glass it does not ring any more. I missed a call from the school.',
    ],
    ar: ['يسخن الهاتف في جيبي حتى يؤلمني، وتفرغ البطارية قبل الظهر.'],
    fi: ['Puhelin kuumenee taskussa niin että sattuu.'],
    es: ['El teléfono se calienta tanto que quema, y la batería no llega al mediodía.'],
    ja: ['電話が熱くなり、昼には電池がなくなります。'],
    de: ['Das Telefon wird heiß, und mittags ist der Akku leer.'],
    fr: ['Le téléphone chauffe tellement que ça brûle.'],
  },
  tried: {
    en: [{ description: 'Switched everything off that I could', outcome: 'a-little' }],
    ar: [{ description: 'أطفأت كل التطبيقات', outcome: 'no' }],
  },
  understood: {
    en: 'It gets hot enough to hurt, and the battery does not last the morning.',
    ar: 'يسخن حتى يؤلم، ولا تدوم البطارية حتى الظهر.',
  },
  steps: [{ what: 'New battery', outcome: 'yes' }],
  plan: 'New battery, and a night of watching its temperature.',
  part: { what: 'Battery', minor: 3_200 },
  labourMinor: 2_500,
};
