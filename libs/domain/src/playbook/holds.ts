import { reachesImpact } from '../impact.js';
import type { AnswerRef, Condition } from './condition.js';
import type { PlaybookFacts } from './facts.js';

/** Is a step under this condition called for? */
export function holds(condition: Condition, facts: PlaybookFacts): boolean {
  const { levelFrom, impactFrom, phases, channels, answers } = condition;
  if (levelFrom !== undefined && facts.peakLevel < levelFrom) return false;
  if (impactFrom !== undefined && !reachesImpact(facts.impact, impactFrom)) return false;
  if (phases !== undefined && (facts.phase === null || !phases.includes(facts.phase))) return false;
  if (channels !== undefined && !channels.some((one) => facts.channels.includes(one))) return false;
  return (answers ?? []).every((answer) => isAnswered(answer, facts));
}

function isAnswered({ decision, options }: AnswerRef, { answers }: PlaybookFacts): boolean {
  const chosen = Object.hasOwn(answers, decision) ? answers[decision] : undefined;
  return chosen !== undefined && options.includes(chosen);
}
