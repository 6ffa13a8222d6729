import type { FeelingGiven } from '../../src-main/domain/intake.ts';
import type { Language } from './matters/matter.ts';

/** How people of a language begin and end, what they are called and how they say what they feel. */
export interface Voice {
  readonly openings: readonly string[];
  readonly closings: readonly string[];
  readonly names: readonly string[];
  readonly feelings: readonly FeelingGiven[];
}

const feeling = (face: FeelingGiven['face'], words = ''): FeelingGiven => ({ face, words });

/** The voices of the demo store's customers; an empty opening or closing is a person of few words. */
export const VOICES: Readonly<Record<Language, Voice>> = {
  en: {
    openings: [
      '',
      'I bought it here in March.',
      'It was a present for my mother.',
      'Hello,',
      'I am sorry to trouble you again.',
    ],
    closings: [
      '',
      'I do not want my money back, I want it to work.',
      'Is it safe to use?',
      'Could somebody please just tell me what is going on?',
      'I have to work until five, so call after that.',
      'I kept the box.',
    ],
    names: [
      'Helen Ward',
      'Tom Okafor',
      'Priya Nair',
      'James Lindqvist',
      'Grace Mbeki',
      'Oliver Stone',
      'Ruth Adler',
      '',
    ],
    feelings: [
      feeling('worried', 'Mostly about the floor.'),
      feeling('disappointed'),
      feeling('calm'),
      feeling('upset', 'It is the third time.'),
      feeling('furious'),
      feeling(null, 'Tired of explaining.'),
      feeling(null),
    ],
  },
  ar: {
    openings: ['', 'السلام عليكم.', 'اشتريتها من عندكم في آذار.'],
    closings: ['', 'هل استعمالها آمن؟', 'أرجو أن يخبرني أحد بما يجري.', 'شكرًا لكم.'],
    names: ['ليلى حداد', 'سامر الخطيب', 'نور الدين', 'هدى منصور', ''],
    feelings: [feeling('worried', 'قلق على سلامة أولادي.'), feeling('upset'), feeling('calm')],
  },
  fi: {
    openings: ['', 'Hei,', 'Ostin tämän teiltä keväällä.'],
    closings: [
      '',
      'Voiko sitä käyttää turvallisesti?',
      'Kiitos etukäteen.',
      'Soittakaa vasta neljän jälkeen.',
    ],
    names: ['Aino Mäkinen', 'Eero Virtanen', 'Päivi Järvelä', 'Juhani Öhman', ''],
    feelings: [feeling('disappointed'), feeling('worried'), feeling('calm', 'Ihan rauhallinen olo.')],
  },
  es: {
    openings: ['', 'Buenas tardes.', 'La compré aquí en marzo.'],
    closings: ['', '¿Es peligroso usarla?', 'No quiero el dinero, quiero que funcione.', 'Gracias.'],
    names: ['Lucía Ibáñez', 'Andrés Peña', 'Carmen Núñez', ''],
    feelings: [feeling('upset', 'Harta.'), feeling('worried'), feeling('calm')],
  },
  ja: {
    openings: ['', 'こんにちは。', '三月にこちらで買いました。'],
    closings: ['', '使っても大丈夫でしょうか。', 'よろしくお願いします。'],
    names: ['田中 恵子', '佐藤 健', ''],
    feelings: [feeling('worried', '少し心配です。'), feeling('disappointed'), feeling('calm')],
  },
  de: {
    openings: ['', 'Guten Tag,', 'Im März hier gekauft.'],
    closings: ['', 'Darf man das so weiter benutzen?', 'Bitte erst nach 16 Uhr anrufen.', 'Danke.'],
    names: ['Jürgen Weiß', 'Sabine Köhler', 'Emre Yıldız', ''],
    feelings: [
      feeling('disappointed', 'Enttäuscht, weil es das dritte Mal ist.'),
      feeling('calm'),
      feeling('upset'),
    ],
  },
  fr: {
    openings: ['', 'Bonjour,', 'Achetée ici en mars.'],
    closings: ['', 'Est-ce dangereux ?', 'Merci de me rappeler le soir.'],
    names: ['Zoé Lefèvre', 'Benoît Garçon', ''],
    feelings: [feeling('upset'), feeling('worried', 'Inquiète pour le parquet.'), feeling('calm')],
  },
};
