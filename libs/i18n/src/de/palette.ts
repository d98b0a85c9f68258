import type { palette as english } from '../en/palette.js';
import type { Texts } from '../texts.js';

export const palette: Texts<typeof english> = {
  title: 'Gehe zu',
  label: 'Seite, Lage, Playbook, Alarm oder Thema',
  results: 'Treffer',
  none: 'So heißt hier nichts.',
  found_one: '{{count, number}} Treffer',
  found_other: '{{count, number}} Treffer',
  level: 'Stufe {{level}} {{name}}',
  stopHint: 'hält alles Geplante an',
  group: {
    page: 'Seiten',
    action: 'Aktionen',
    incident: 'Offene Lagen',
    playbook: 'Playbooks',
    alert: 'Alarme',
    topic: 'Themen',
    said: 'Gesagt und entschieden',
  },
};
