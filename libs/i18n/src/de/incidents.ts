import type { incidents as en } from '../en/incidents.js';
import type { Texts } from '../texts.js';

export const incidents: Texts<typeof en> = {
  title: 'Lagen',
  list: 'Lagen, offene zuerst',
  empty:
    'Bisher keine Lage. Braucht ein Alarm mehr als das Quittieren, eröffnen Sie aus ihm eine Lage; dann laufen Schritte, Uhren und Entscheidungen hier zusammen.',
  emptyForMembers:
    'Sie gehören zu keiner Lage. Sobald Sie eine Rolle, eine Frage oder einen Schritt bekommen, steht sie hier.',
  emptyFilter: 'Keine Lage ist in diesem Zustand.',
  back: 'Alle Lagen',
  noLead: 'noch ohne Leitung',
  ledBy: 'Leitung: {{name}}',
  since: 'seit {{time}} ({{age}})',
  noClock: 'keine Uhr läuft',
  toIncident: 'Zur Lage {{number}}',
  state: { open: 'offen', 'all-clear': 'Entwarnung', merged: 'zusammengeführt' },
  impact: {
    none: 'Tragweite nicht eingeschätzt',
    short: 'Tragweite {{impact}}',
    long: 'Tragweite {{impact}}: {{name}}',
    A: 'betrieblich',
    B: 'Ruf oder Umsatz',
    C: 'Menschen, Sicherheit, Recht',
  },
  filter: {
    label: 'Lagen filtern und durchsuchen',
    state: 'Zustand',
    all: 'alle Zustände',
    words: 'In Notizen, Entscheidungen und Alarmen suchen',
  },
  hits: {
    title_one: '{{count, number}} Eintrag mit „{{words}}“',
    title_other: '{{count, number}} Einträge mit „{{words}}“',
    alerts_one: '{{count, number}} Alarm mit „{{words}}“',
    alerts_other: '{{count, number}} Alarme mit „{{words}}“',
    short: 'Bitte geben Sie mindestens zwei Zeichen ein.',
  },
  cite: {
    title: 'Stimme einer Lage zuordnen',
    consequence:
      'Ihre Worte kommen in den Verlauf und bleiben. Die Stimme selbst steht daneben, als Verweis; wird sie gelöscht, bleibt der Verweis ohne Inhalt.',
    incident: 'Lage',
    none: 'Keine Lage ist offen, in die Sie schreiben dürfen.',
    done: 'In {{number}} eingetragen',
  },
  open: {
    button: 'Lage eröffnen',
    title: 'Lage von Hand eröffnen',
    fromAlert: 'Lage aus A-{{number}} eröffnen',
    consequence:
      'Ein Verlauf beginnt, in dem nichts gelöscht werden kann; alle, die diese Marke sehen, sehen ihn sofort.',
    consequenceAlert:
      'Ein Verlauf beginnt, in dem nichts gelöscht werden kann; alle, die diese Marke sehen, sehen ihn sofort. Die Uhren zählen ab Eröffnung des Alarms.',
    confirm: 'Lage eröffnen',
    name: 'Titel',
    nameHint: 'Was brennt, in wenigen Worten.',
    brand: 'Marke',
    t0: 'Zählt ab',
    t0Hint: 'Ab diesem Zeitpunkt werden die Fristen der Schritte gezählt.',
    playbook: 'Playbook, das gleich beginnt',
    noSuggestion: 'Die Belege legen keines nahe. Sie können später eines starten.',
    withoutPlaybook: 'Vorerst ohne Playbook',
  },
  because: {
    trigger: '{{title}} ({{terms}})',
    wind: 'passt zu Stufe {{level}} {{name}}',
    impact: 'passt zu Tragweite {{impact}}',
    topic: 'gleiches Thema: {{topic}}',
    mentions_one: '{{count, number}} gemeinsame Stimme',
    mentions_other: '{{count, number}} gemeinsame Stimmen',
    copies_one: '{{count, number}} gleicher Text in beiden',
    copies_other: '{{count, number}} gleiche Texte in beiden',
    authors_one: '{{count, number}} gemeinsamer Verfasser',
    authors_other: '{{count, number}} gemeinsame Verfasser',
  },
};
