import type { Playbook } from '../playbook/playbook.js';
import { anOption, aPlaybook, aStep } from './a-playbook.js';

const both = (text: string) => ({ de: text, en: text });

/**
 * A small playbook with one of everything: a task, a decision with two branches, a legal clock, a step that comes back,
 * a step with an input, and one that a rise to level 5 calls for.
 */
export function aDemoPlaybook(): Playbook {
  const link = { key: 'link', label: both('link'), type: 'link', required: true } as const;
  const steps = [
    aStep({ id: 'acknowledge', role: 'community' }),
    aStep({
      id: 'secure-evidence',
      role: 'community',
      requires: [{ kind: 'steps', anyOf: ['acknowledge'] }],
      inputs: [{ ...link, perLanguage: false, maxLength: 200, choices: [] }],
    }),
    aStep({
      id: 'stop-sale',
      kind: 'decision',
      options: [
        anOption({ id: 'stop', opens: ['tell-dealers'] }),
        anOption({ id: 'wait', closes: ['tell-dealers'] }),
      ],
      recommended: 'stop',
    }),
    aStep({ id: 'tell-dealers', role: 'service' }),
    aStep({ id: 'assess-gdpr', role: 'legal', kind: 'clock', clock: 'DSGVO-33' }),
    aStep({ id: 'briefing', repeat: [{ levelFrom: 3, minutes: 120 }] }),
    aStep({ id: 'staff-council', role: 'board', when: { levelFrom: 5 } }),
  ];
  const calm = { kind: 'calm', level: 2, hours: 12, peakFrom: null, peakBelow: null } as const;
  return aPlaybook(steps, {
    id: 'PB-00',
    version: 3,
    title: both('Demo'),
    clocks: [{ id: 'DSGVO-33', role: 'legal', note: both('note') }],
    exit: [
      { id: 'calm', title: both('calm'), check: calm },
      { id: 'clocks', title: both('clocks'), check: { kind: 'clocks' } },
      { id: 'queue', title: both('queue'), check: { kind: 'confirm' } },
    ],
  });
}

/** What a run of it is pinned to in tests. */
export const DEMO_PLAYBOOK = {
  id: 'PB-00',
  version: 3,
  hash: 'hash-of-demo',
  title: both('Demo'),
} as const;
