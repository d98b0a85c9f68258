import type { Playbook } from '../playbook/playbook.js';
import type { DecisionOption, PlaybookStep } from '../playbook/playbook-step.js';
import type { PlaybookFacts } from '../playbook/facts.js';

const text = { de: 'Text', en: 'text' };

/** A task for the incident lead, due at once, under no condition. */
export function aStep(overrides: Partial<PlaybookStep> & { readonly id: string }): PlaybookStep {
  const step = {
    kind: 'task',
    origin: 'PB-01',
    phase: 'alarm',
    role: 'lead',
    with: [],
    due: { minutes: 0, after: null },
    title: text,
    why: text,
    how: text,
    requires: [],
    when: {},
    inputs: [],
    serves: null,
    repeat: [],
    ...overrides,
  };
  return step as PlaybookStep;
}

export function anOption(
  overrides: Partial<DecisionOption> & { readonly id: string },
): DecisionOption {
  return { label: text, reason: text, consequence: text, opens: [], closes: [], ...overrides };
}

/** A playbook of one phase with these steps. */
export function aPlaybook(
  steps: readonly PlaybookStep[],
  overrides: Partial<Playbook> = {},
): Playbook {
  return {
    id: 'PB-01',
    version: 1,
    title: text,
    summary: text,
    triggers: [],
    scct: { cluster: 'accidental', strategies: ['inform'], note: null },
    wind: { from: 0, to: 6 },
    impact: { from: 'A', to: 'C' },
    autoStart: null,
    reviewBy: '2027-01-01',
    includes: [],
    phases: [{ id: 'alarm', title: text, steps }],
    templates: [],
    approval: [],
    clocks: [],
    promises: [],
    exit: [],
    wording: [],
    ...overrides,
  };
}

/** A run that has just begun. */
export function someFacts(overrides: Partial<PlaybookFacts> = {}): PlaybookFacts {
  return {
    peakLevel: 3,
    impact: null,
    phase: null,
    channels: [],
    answers: {},
    done: new Set(),
    skipped: new Set(),
    ...overrides,
  };
}
