import type { Gate } from '@sturmwarte/domain';
import type { Book } from './book.js';
import { toGate } from './to-gate.js';
import type { RawStep } from './schema/step.schema.js';

/** What a step waits for by itself: its gates, and for an approval the draft it approves. */
export function gatesOf(step: RawStep): readonly Gate[] {
  const gates = (step.requires ?? []).map(toGate);
  if (step.kind !== 'approval') return gates;
  const waits = gates.some((gate) => gate.kind === 'steps' && gate.anyOf.includes(step.draft));
  return waits ? gates : [{ kind: 'steps', anyOf: [step.draft] }, ...gates];
}

/** The same with the decisions that open the step. */
export function allGatesOf(step: RawStep, book: Book): readonly Gate[] {
  return [...gatesOf(step), ...branchesTo(step.id, book, 'opens')];
}

/** Decisions that open (or close) a step, each with the options that do. */
export function branchesTo(
  id: string,
  { steps }: Book,
  pick: 'opens' | 'closes',
): readonly Extract<Gate, { kind: 'answer' }>[] {
  return steps.flatMap(({ raw }) => {
    if (raw.kind !== 'decision') return [];
    const options = raw.options.filter((option) => option[pick]?.includes(id)).map((one) => one.id);
    return options.length > 0 ? [{ kind: 'answer', decision: raw.id, options }] : [];
  });
}
