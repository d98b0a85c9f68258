import type { peaks as en } from '../en/peaks.js';
import type { Texts } from '../texts.js';

export const peaks: Texts<typeof en> = {
  title: 'Geplante Spitzen',
  lead: 'Kampagne, Spieltag, Produktstart: Tragen Sie ein, wann mehr als sonst gesagt wird. Mehr Stimmen allein rufen dann niemanden; der Ton wird weiter bewertet, ein Sturm ruft also trotzdem.',
  add: 'Spitze planen',
  empty: 'Keine Spitze ist geplant.',
  emptyHint:
    'Tragen Sie die nächste Kampagne oder den nächsten Spieltag ein, damit ihr Lärm niemanden ruft.',
  allTopics: 'alle Themen',
  expected: 'erwartet, ohne Zahl',
  times: 'das {{multiple}}-Fache des Üblichen',
  span: '{{from}} bis {{until}}',
  state: { past: 'vorbei', running: 'läuft', coming: 'kommt' },
  addTitle: 'Spitze planen',
  editTitle: '{{title}} ändern',
  text: 'Erwartung und übliche Spanne steigen in dieser Zeit und sinken in der Stunde danach wieder.',
  backwards: 'Das Ende liegt vor dem Beginn.',
  field: {
    title: 'Titel',
    titleHint: 'Er steht bei Alarmen, die in diese Zeit fallen.',
    brand: 'Marke',
    topic: 'Thema',
    from: 'Von',
    until: 'Bis',
    multiple: 'Wie viel erwartet wird',
    multipleHint: 'Ohne Zahl wird das Vierfache des Üblichen erwartet.',
  },
  edit: 'Ändern',
  remove: 'Entfernen',
  removeTitle: '{{title}} entfernen?',
  removeText: 'Für diese Zeit wird wieder das Übliche erwartet.',
  saved: '{{title}}: gesichert',
  removed: 'Die geplante Spitze ist entfernt.',
};
