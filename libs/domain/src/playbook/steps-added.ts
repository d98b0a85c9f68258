import type { PlaybookFacts } from './facts.js';
import { planSteps } from './plan-steps.js';
import type { Playbook } from './playbook.js';
import type { PlaybookStep } from './playbook-step.js';

/** What a change (a rise of the level, a graver impact, another channel) calls for beyond what was planned. */
export function stepsAdded(
  playbook: Playbook,
  before: PlaybookFacts,
  after: PlaybookFacts,
): readonly PlaybookStep[] {
  const planned = new Set(planSteps(playbook, before).map(({ step }) => step.id));
  return planSteps(playbook, after)
    .filter(({ step, state }) => !planned.has(step.id) && state !== 'closed')
    .map(({ step }) => step);
}
