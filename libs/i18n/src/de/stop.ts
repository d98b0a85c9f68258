import type { stop as en } from '../en/stop.js';
import type { Texts } from '../texts.js';

export const stop: Texts<typeof en> = {
  title: 'Alles Senden anhalten?',
  text: 'Ab Ihrer Bestätigung geht für {{brand}} nichts Geplantes mehr hinaus, auch nicht nach einem Neustart. Aufgehoben wird nur mit Grund.',
  brand: 'Marke',
  confirm: 'Jetzt anhalten',
  done: {
    title: 'Sendestopp für {{brand}}',
    text: 'Nichts geht mehr hinaus. Sehen Sie an, was kurz davor hinausging.',
    confirm: 'Verstanden',
  },
  held_one: '{{count, number}} Veröffentlichung wird gehalten',
  held_other: '{{count, number}} Veröffentlichungen werden gehalten',
  left_one: '{{count, number}} ging in der Viertelstunde davor hinaus',
  left_other: '{{count, number}} gingen in der Viertelstunde davor hinaus',
  unknown_one: '{{count, number}} war unterwegs, und niemand weiß mehr: bitte klären',
  unknown_other: '{{count, number}} waren unterwegs, und niemand weiß mehr: bitte klären',
  banner: {
    label: 'Sendestopp: {{brand}}',
    title: 'SENDESTOPP: {{brand}}',
    text: '{{name}}, {{time}}: {{reason}}',
    nothing: 'Nichts wird gehalten; was jetzt übergeben wird, wartet.',
  },
  lift: {
    button: 'Sendestopp aufheben',
    title: 'Sendestopp für {{brand}} aufheben?',
    text_one:
      '{{count, number}} gehaltene Veröffentlichung geht hinaus, sobald ihre Zeit gekommen ist und wenn sie noch freigegeben ist.',
    text_other:
      '{{count, number}} gehaltene Veröffentlichungen gehen hinaus, sobald ihre Zeit gekommen ist und wenn sie noch freigegeben sind.',
    confirm: 'Aufheben',
  },
};
