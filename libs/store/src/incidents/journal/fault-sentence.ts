import type { JournalFault } from './journal-fault.js';
import type { JournalReport } from './journal-report.js';
import type { NotAJournal } from './verify-export.js';

export type JournalLanguage = 'de' | 'en';
type Unreadable = Extract<JournalFault, { readonly kind: 'unreadable' }>['why'];

const UNREADABLE: Record<Unreadable, { readonly de: string; readonly en: string }> = {
  'not-utf8': { de: 'Bytes, die kein Text sind', en: 'bytes that are no text' },
  'not-json': { de: 'kein JSON', en: 'not JSON' },
  'not-an-entry': { de: 'kein Eintrag', en: 'not an entry' },
  'too-long': { de: 'zu lang', en: 'too long' },
};

/** What is wrong, and where, for the person at the terminal. */
export function faultSentence(fault: JournalFault, language: JournalLanguage): string {
  const say = (de: string, en: string): string => (language === 'de' ? de : en);
  switch (fault.kind) {
    case 'altered':
      return say(
        `Eintrag ${fault.seq}: Der Inhalt wurde verändert, er passt nicht zu seiner Prüfsumme.`,
        `entry ${fault.seq}: its content was altered, it does not fit its hash.`,
      );
    case 'broken':
      return say(
        `Eintrag ${fault.seq}: Er setzt den Eintrag davor nicht fort.`,
        `entry ${fault.seq}: it does not continue the entry before it.`,
      );
    case 'misplaced':
      return say(
        `Eintrag ${fault.expected} fehlt hier, stattdessen steht Eintrag ${fault.found}: entfernt oder umgestellt.`,
        `entry ${fault.expected} is missing here, entry ${fault.found} stands in its place: removed or reordered.`,
      );
    case 'cut':
      return say(
        `Das Journal endet mit Eintrag ${fault.found}, erwartet ist das Ende bei Eintrag ${fault.expected}: abgeschnitten oder ersetzt.`,
        `the journal ends with entry ${fault.found}, its head says entry ${fault.expected}: cut off or replaced.`,
      );
    case 'unreadable': {
      const why = UNREADABLE[fault.why][language];
      return say(
        `Zeile ${fault.line} ist nicht lesbar: ${why}.`,
        `line ${fault.line} cannot be read: ${why}.`,
      );
    }
    case 'rewritten':
      return say(
        `Eintrag ${fault.seq}: Die Zeile sagt mehr oder anderes als beim Export.`,
        `entry ${fault.seq}: its line says more, or says it otherwise, than it was exported.`,
      );
    case 'header':
      return say(
        'Die erste Zeile wurde verändert: Sie passt nicht zu ihrem Siegel oder nicht zum Journal.',
        'the first line was altered: it does not fit its seal, or not its journal.',
      );
    case 'impossible':
      return say(
        `Eintrag ${fault.seq}: So etwas kann an dieser Stelle nicht geschehen sein.`,
        `entry ${fault.seq}: this cannot have happened at this point.`,
      );
    case 'state':
      return say(
        `Der gespeicherte Stand ist nicht der des Journals: ${fault.fields.join(', ')}.`,
        `the state stored is not that of the journal: ${fault.fields.join(', ')}.`,
      );
    case 'gone':
      return say(
        'Die Nummer ist vergeben, aber die Lage fehlt.',
        'the number was given out, but its incident is missing.',
      );
  }
}

/** One line a journal, when it was read to its end. */
export function reportSentence(
  { number, title, entries, head, faults }: JournalReport,
  language: JournalLanguage,
): string {
  if (language === 'de') {
    const found = faults === 0 ? 'unversehrt' : faults === 1 ? '1 Fehler' : `${faults} Fehler`;
    return `${number} „${title}“: ${entries} Einträge, ${found}. Ende: ${head.seq} ${head.hash}`;
  }
  const found = faults === 0 ? 'whole' : faults === 1 ? '1 fault' : `${faults} faults`;
  return `${number} "${title}": ${entries} entries, ${found}. Head: ${head.seq} ${head.hash}`;
}

export function notAJournalSentence({ why }: NotAJournal, language: JournalLanguage): string {
  const say = (de: string, en: string): string => (language === 'de' ? de : en);
  switch (why) {
    case 'empty':
      return say('Die Datei ist leer.', 'The file is empty.');
    case 'first-line':
      return say(
        'Die Datei ist kein exportiertes Journal, oder ihre erste Zeile ist beschädigt.',
        'The file is no exported journal, or its first line is damaged.',
      );
    case 'newer-format':
      return say(
        'Das Journal hat ein neueres Format: Prüfen Sie es mit der Version, die es exportiert hat.',
        'The journal has a newer format: verify it with the version that exported it.',
      );
  }
}
