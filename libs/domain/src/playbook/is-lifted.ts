import type { AnswerRef } from './condition.js';

/** A ban is lifted once this was decided; before anybody decided, it holds. */
export function isLifted(until: AnswerRef, answers: Readonly<Record<string, string>>): boolean {
  const chosen = Object.hasOwn(answers, until.decision) ? answers[until.decision] : undefined;
  return chosen !== undefined && until.options.includes(chosen);
}
