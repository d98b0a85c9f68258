import type { sources as english } from '../en/sources.js';
import type { Texts } from '../texts.js';

export const sources: Texts<typeof english> = {
  title: 'Quellen',
  lead: 'Woher Stimmen kommen. Stille ist keine Ruhe: Ist eine Quelle stiller als je, wird sie genannt, und keine Stufe fällt.',
  empty: 'Noch keine Quelle.',
  emptyHint: 'Eine Quelle hat ein Token. Wer damit sendet, sendet für diese Quelle.',
  add: 'Quelle anlegen',
  addTitle: 'Quelle anlegen',
  addText:
    'Das Token wird nach dem Speichern einmal gezeigt. Die Quelle meldet sich, sobald etwas eintrifft.',
  field: {
    name: 'Name',
    brand: 'Marke',
    allBrands: 'alle Marken',
    tier: 'Medium',
    tierHint:
      'Wenn diese Quelle ein einzelnes Medium ist: Seine Beiträge zählen dann zur Medienseite der Stufen.',
    retention: 'Stimmen aufbewahren (Tage)',
    retentionHint: 'Ab Eingang gezählt. Zahlen bleiben, Texte werden gelöscht.',
    silence: 'Still nach (Minuten)',
    silenceHint: 'Leer: aus dem eigenen Rhythmus gelernt.',
  },
  health: {
    last: 'letzte Stimme vor {{age}}',
    never: 'noch nichts gehört',
    silentFor: 'seit {{age}} still',
    limit: 'sonst nie stiller als {{age}}',
    today: 'heute {{accepted}} angenommen, {{rejected}} abgewiesen',
  },
  change: 'Einstellungen',
  changeTitle: 'Einstellungen von {{name}}',
  changeText: 'Eine kürzere Aufbewahrung löscht ältere Texte in der nächsten Nacht.',
  pause: 'Anhalten',
  pauseTitle: '{{name}} anhalten?',
  pauseText:
    'Was inzwischen gesendet wird, wird abgewiesen; Absender müssen es später erneut senden.',
  resume: 'Fortsetzen',
  saved: '{{name}}: gespeichert',
  tokens: 'Token',
  tokensTitle: 'Token von {{name}}',
  tokensText:
    'Jedem Absender ein eigenes Token: Es lässt sich sperren, ohne die anderen zu stören.',
  tokenAdd: 'Neues Token',
  tokenRevoke: 'Sperren',
  tokenRevokeLabel: 'Token {{hint}}… sperren',
  tokenUsed: 'zuletzt benutzt {{time}}',
  tokenUnused: 'nie benutzt',
  noTokens: 'Kein Token: Niemand kann senden.',
  token: {
    title: 'Token von {{name}}',
    text: 'Es wird nur jetzt gezeigt. Verwahren Sie es wie ein Passwort.',
    label: 'Token',
    example: 'Eine erste Stimme von der Befehlszeile',
  },
  rejects: 'Abgewiesene Zeilen',
  rejectsTitle: 'Abgewiesene Zeilen von {{name}}',
  rejectsText: 'Die neuesten zuerst. Alles andere derselben Lieferung wurde angenommen.',
  rejectLine: 'Zeile {{line}}',
  noRejects: 'Nichts wurde abgewiesen.',
  upload: {
    open: 'Datei hochladen',
    title: 'In {{name}} hochladen',
    text: 'CSV mit Kopfzeile oder NDJSON. Eine Datei zweimal zu senden zählt nichts doppelt; alte Stimmen lösen keinen Alarm aus.',
    file: 'Datei',
    source: 'Quelle',
    submit: 'Hochladen',
    result:
      '{{lines}} Zeilen: {{stored}} neu, {{replaced}} ersetzt, {{duplicates}} bekannt, {{rejected}} abgewiesen.',
    broken:
      'Die Datei brach ab. Was hier gezählt ist, ist gespeichert; laden Sie sie für den Rest erneut hoch.',
    moreErrors: 'Nur die ersten {{count}} sind aufgeführt.',
  },
};
