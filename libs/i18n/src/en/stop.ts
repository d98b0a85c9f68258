export const stop = {
  title: 'Stop all posting?',
  text: 'From the moment you confirm, nothing planned for {{brand}} leaves the house, also after a restart. It is lifted only with a reason.',
  brand: 'Brand',
  confirm: 'Stop posting now',
  done: {
    title: 'Posting is stopped for {{brand}}',
    text: 'Nothing leaves any more. Look at what went out just before.',
    confirm: 'Understood',
  },
  held_one: '{{count, number}} publication is held',
  held_other: '{{count, number}} publications are held',
  left_one: '{{count, number}} went out in the quarter of an hour before',
  left_other: '{{count, number}} went out in the quarter of an hour before',
  unknown_one: '{{count, number}} was on its way, and nobody knows: please clear up',
  unknown_other: '{{count, number}} were on their way, and nobody knows: please clear up',
  banner: {
    label: 'Posting stop: {{brand}}',
    title: 'POSTING STOP: {{brand}}',
    text: '{{name}}, {{time}}: {{reason}}',
    nothing: 'Nothing is held; whatever is handed over now waits.',
  },
  lift: {
    button: 'Lift the stop',
    title: 'Lift the posting stop for {{brand}}?',
    text_one:
      '{{count, number}} held publication goes out when its time has come, if still approved.',
    text_other:
      '{{count, number}} held publications go out when their time has come, if still approved.',
    confirm: 'Lift',
  },
} as const;
