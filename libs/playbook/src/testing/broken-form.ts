import type { MistakeCode } from '../mistake.js';
import type { Broken } from './broken.js';

/** Mistakes that a single place shows: how something is written. */
export const BROKEN_FORM = {
  'not-yaml': {
    from: 'reviewBy: 2027-06-30\nclocks:',
    to: 'reviewBy: [2027-06-30\n▲clocks:',
    de: 'Das ist kein gültiges YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    en: 'This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  },
  'too-large': {
    from: 'id: PB-99\n',
    to: `▲id: PB-99\n# ${'x'.repeat(500_000)}\n`,
    de: 'Die Datei ist zu groß; erlaubt sind 500000 Zeichen.',
    en: 'The file is too large; 500000 characters are allowed.',
  },
  'duplicate-key': {
    from: 'version: 3\n',
    to: 'version: 3\n▲version: 4\n',
    de: 'Dieser Schlüssel kommt zweimal vor. Löschen Sie einen davon.',
    en: 'This key is there twice. Delete one of the two.',
  },
  'unquoted-comma': {
    from: '{ de: Nachdenken, en: Think }',
    to: '{ de: Nachdenken, ▲dann handeln, en: Think }',
    de: 'Das Komma vor „dann handeln“ beendet hier den Text. Setzen Sie den ganzen Text in Anführungszeichen.',
    en: 'The comma before "dann handeln" ends the text here. Put the whole text in quotation marks.',
  },
  'unknown-key': {
    from: 'version: 3\n',
    to: 'version: 3\n▲autor: Meier\n',
    de: 'Den Schlüssel „autor“ gibt es hier nicht.',
    en: 'There is no key "autor" here.',
  },
  'missing-key': {
    from: '{ key: fact, type: text, max: 60, label',
    to: '▲{ type: text, max: 60, label',
    file: 'part',
    de: 'Hier fehlt „key“.',
    en: '"key" is missing here.',
  },
  'wrong-type': {
    from: 'words: [probe*]',
    to: 'words: ▲probe',
    de: '„words“ muss eine Liste sein.',
    en: '"words" must be a list.',
  },
  'wrong-value': {
    from: 'cluster: accidental',
    to: 'cluster: ▲pech',
    de: '„pech“ geht hier nicht. Möglich: victim, accidental, preventable, none.',
    en: '"pech" is not possible here. Possible: victim, accidental, preventable, none.',
  },
  'too-long': {
    from: 'title: { de: Probe, en: Sample }',
    to: `title: { de: ▲${'P'.repeat(121)}, en: Sample }`,
    de: '„de“ ist zu lang: höchstens 120.',
    en: '"de" is too long: 120 at most.',
  },
  'too-short': {
    from: 'templates: [long]',
    to: 'templates: ▲[]',
    de: '„templates“ ist zu kurz: mindestens 1.',
    en: '"templates" is too short: 1 at least.',
  },
  'bad-id': {
    from: '- id: S2\n',
    to: '- id: ▲Schritt zwei\n',
    de: 'Die Kennung „Schritt zwei“ geht nicht: Buchstaben, Ziffern und Bindestriche, am Anfang ein Buchstabe.',
    en: 'The id "Schritt zwei" is not possible: letters, digits and hyphens, beginning with a letter.',
  },
  'bad-key': {
    from: 'key: outcome',
    to: 'key: ▲Ausgang des Falls',
    de: '„Ausgang des Falls“ geht nicht als Name einer Variablen: Buchstaben und Ziffern, am Anfang ein kleiner Buchstabe.',
    en: '"Ausgang des Falls" cannot be the name of a variable: letters and digits, beginning with a small letter.',
  },
  'bad-date': {
    from: 'reviewBy: 2027-06-30',
    to: 'reviewBy: ▲30.06.2027',
    de: '„30.06.2027“ ist kein Datum. Schreiben Sie JJJJ-MM-TT.',
    en: '"30.06.2027" is no date. Write YYYY-MM-DD.',
  },
  'bad-duration': {
    from: 'due: 2 h',
    to: 'due: ▲zwei Stunden',
    de: 'Das ist keine Zeitspanne. Schreiben Sie Minuten als Zahl oder „15 min“, „4 h“, „10 d“.',
    en: 'This is no span of time. Write minutes as a number, or "15 min", "4 h", "10 d".',
  },
  'bad-gate': {
    from: 'requires: [K1]\n        title: { de: Stoppen?',
    to: 'requires: [▲{ step: K1 }]\n        title: { de: Stoppen?',
    de: 'Hier steht ein Schritt, eine Liste von Schritten oder {decision: …, is: [ … ]}.',
    en: 'This takes a step, a list of steps, or {decision: …, is: [ … ]}.',
  },
  'wrong-level': {
    from: 'wind: { from: 2, to: 4 }',
    to: 'wind: { from: 2, to: ▲7 }',
    de: '„7“ ist keine Windstärke. Möglich sind 0 bis 6.',
    en: '"7" is no wind level. Possible are 0 to 6.',
  },
  'version-not-number': {
    from: 'version: 3\n',
    to: 'version: ▲1.2.0\n',
    de: 'Die Version muss eine ganze Zahl ab 1 sein, nicht „1.2.0“.',
    en: 'The version must be a whole number from 1 on, not "1.2.0".',
  },
  'missing-language': {
    from: 'how: { de: Schreiben, en: Write }',
    to: 'how: ▲{ de: Schreiben }',
    de: 'Der Text fehlt auf Englisch.',
    en: 'The English text is missing.',
  },
  'text-in-one-language': {
    from: 'how: { de: Schreiben, en: Write }',
    to: 'how: ▲Schreiben',
    de: 'Texte stehen in beiden Sprachen da: {de: …, en: …}.',
    en: 'Texts are given in both languages: {de: …, en: …}.',
  },
} satisfies Partial<Record<MistakeCode, Broken>>;
