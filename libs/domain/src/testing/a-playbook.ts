import type { Playbook } from '../playbook/playbook.js';
import type { DecisionStep, PlaybookStep } from '../playbook/playbook-step.js';

type Plain = Omit<DecisionStep, 'kind' | 'options' | 'recommended'>;

const both = (text: string) => ({ de: text, en: text });

const plain = (id: string): Plain => ({
  id,
  origin: 'PB-00',
  phase: 'first-hour',
  role: 'community',
  with: [],
  due: { minutes: 15, after: null },
  title: both(id),
  why: both('why'),
  how: both('how'),
  requires: [],
  when: {},
  inputs: [],
  serves: null,
  repeat: [],
});

export function aStep(id: string, overrides: Partial<Plain> = {}): PlaybookStep {
  return { ...plain(id), kind: 'task', ...overrides };
}

/**
 * A small playbook with one of everything: a task, a decision with two branches, a legal clock, a step that comes back,
 * a step with an input, and one that a rise to level 5 calls for.
 */
export function aPlaybook(overrides: Partial<Playbook> = {}): Playbook {
  const option = (id: string, opens: string[], closes: string[]) => ({
    id,
    label: both(id),
    reason: both('reason'),
    consequence: both('consequence'),
    opens,
    closes,
  });
  const steps: PlaybookStep[] = [
    aStep('acknowledge'),
    aStep('secure-evidence', {
      requires: [{ kind: 'steps', anyOf: ['acknowledge'] }],
      inputs: [
        {
          key: 'link',
          label: both('link'),
          type: 'link',
          required: true,
          maxLength: 200,
          choices: [],
        },
      ],
    }),
    {
      ...plain('stop-sale'),
      role: 'lead',
      kind: 'decision',
      options: [option('stop', ['tell-dealers'], []), option('wait', [], ['tell-dealers'])],
      recommended: 'stop',
    },
    aStep('tell-dealers', { role: 'service' }),
    { ...plain('assess-gdpr'), role: 'legal', kind: 'clock', clock: 'DSGVO-33' },
    aStep('briefing', { role: 'lead', repeat: [{ levelFrom: 3, minutes: 120 }] }),
    aStep('staff-council', { role: 'board', when: { levelFrom: 5 } }),
  ];
  return {
    id: 'PB-00',
    version: 3,
    title: both('Demo'),
    summary: both('Demo'),
    triggers: [],
    scct: { cluster: 'accidental', strategies: ['inform'], note: null },
    wind: { from: 2, to: 6 },
    impact: { from: 'A', to: 'C' },
    autoStart: null,
    reviewBy: '2027-01-01',
    includes: [],
    phases: [{ id: 'first-hour', title: both('First hour'), steps }],
    templates: [],
    approval: [],
    clocks: [{ id: 'DSGVO-33', role: 'legal', note: both('note') }],
    promises: [],
    exit: [
      {
        id: 'calm',
        title: both('calm'),
        check: { kind: 'calm', level: 2, hours: 12, peakFrom: null, peakBelow: null },
      },
      { id: 'clocks', title: both('clocks'), check: { kind: 'clocks' } },
      { id: 'queue', title: both('queue'), check: { kind: 'confirm' } },
    ],
    wording: [],
    ...overrides,
  };
}

export const DEMO_PLAYBOOK = {
  id: 'PB-00',
  version: 3,
  hash: 'hash-of-demo',
  title: both('Demo'),
} as const;
