import type { query as en } from '../en/query.js';
import type { Texts } from '../texts.js';

export const query: Texts<typeof en> = {
  empty: 'Die Suchanfrage ist leer.',
  tooLong: 'Die Suchanfrage ist zu lang.',
  tooDeep: 'Zu viele Klammern ineinander.',
  tooManyTerms: 'Zu viele Wörter in einer Suchanfrage.',
  unclosedQuote: 'Das Anführungszeichen wird nicht geschlossen.',
  unclosedParenthesis: 'Die Klammer wird nicht geschlossen.',
  unexpectedParenthesis: 'Diese Klammer wurde nie geöffnet.',
  missingOperand: 'Neben AND, OR oder NOT fehlt ein Wort.',
  emptyPhrase: 'Zwischen den Anführungszeichen steht nichts.',
  noLetters: 'Ein Suchwort braucht Buchstaben oder Ziffern.',
  wildcardTooShort: 'Vor einem * müssen noch ein paar Buchstaben stehen.',
  wildcardInside: 'Ein * darf nur am Anfang oder Ende eines Wortes stehen.',
  unknownField: 'Dieses Feld ist unbekannt. Es gibt source:, lang: und author:.',
  missingValue: 'Nach dem Doppelpunkt fehlt ein Wert.',
  onlyNegative: 'Die Suchanfrage schließt nur aus. Nennen Sie etwas, das gefunden werden soll.',
  onlyLanguage: 'Eine Sprache allein ist zu viel. Nennen Sie auch ein Wort.',
};
