import { dueMinutes } from '@sturmwarte/domain';
import type { Book, PlacedStep } from '../book.js';
import { below, finding, type Finding } from '../finding.js';
import { gatesOf } from '../gates.js';
import { minutesOf } from '../minutes-of.js';
import { toDue } from '../to-due.js';

/** Due times that cannot be kept. */
export function lintDues(book: Book): Finding[] {
  const steps = book.steps.map(({ raw }) => ({ id: raw.id, due: toDue(raw.due) }));
  // Of two with one id the first counts; that there are two is told elsewhere.
  const byId = new Map(steps.reverse().map((step) => [step.id, step]));
  const dueOf = (id: string) => {
    const step = byId.get(id);
    return step === undefined ? null : dueMinutes(step, byId);
  };
  return book.steps.flatMap((step) => [
    ...circles(step, byId, dueOf),
    ...beforeGates(step, dueOf),
    ...afterPromise(step, book, dueOf),
  ]);
}

type DueOf = (id: string) => number | null;

function circles(
  { raw, at }: PlacedStep,
  byId: ReadonlyMap<
    string,
    { readonly id: string; readonly due: { readonly after: string | null } }
  >,
  dueOf: DueOf,
): Finding[] {
  if (dueOf(raw.id) !== null) return [];
  let current = byId.get(raw.id)?.due.after ?? null;
  const seen = new Set<string>();
  while (current !== null && !seen.has(current)) {
    if (current === raw.id) return [finding('due-cycle', below(at, 'due'), { value: raw.id })];
    seen.add(current);
    current = byId.get(current)?.due.after ?? null;
  }
  return [];
}

function beforeGates({ raw, at }: PlacedStep, dueOf: DueOf): Finding[] {
  const minutes = dueOf(raw.id);
  if (minutes === null) return [];
  return gatesOf(raw).flatMap((gate) => {
    const waited = gate.kind === 'answer' ? [gate.decision] : gate.anyOf;
    const dues = waited.flatMap((id) => {
      const due = dueOf(id);
      return due === null ? [] : [{ id, due }];
    });
    const earliest = dues.sort((one, other) => one.due - other.due)[0];
    if (earliest === undefined || earliest.due <= minutes) return [];
    const params = { value: raw.id, minutes, gate: earliest.id, gateMinutes: earliest.due };
    return [finding('due-before-gate', below(at, 'due'), params)];
  });
}

function afterPromise({ raw, at }: PlacedStep, { promises }: Book, dueOf: DueOf): Finding[] {
  const promise = promises.find((one) => one.raw.id === raw.serves);
  const minutes = dueOf(raw.id);
  if (promise === undefined || minutes === null) return [];
  const within = minutesOf(promise.raw.within);
  if (minutes <= within) return [];
  const params = { value: raw.id, minutes, promise: promise.raw.id, within };
  return [finding('due-after-promise', below(at, 'due'), params)];
}
