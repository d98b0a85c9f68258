/** The palette: one field that leads anywhere. */
export const palette = {
  title: 'Go to',
  label: 'Page, incident, playbook, alert or topic',
  results: 'Results',
  none: 'Nothing goes by that name.',
  found_one: '{{count, number}} result',
  found_other: '{{count, number}} results',
  level: 'level {{level}} {{name}}',
  stopHint: 'holds everything planned',
  group: {
    page: 'Pages',
    action: 'Actions',
    incident: 'Open incidents',
    playbook: 'Playbooks',
    alert: 'Alerts',
    topic: 'Topics',
    said: 'Said and decided',
  },
} as const;
