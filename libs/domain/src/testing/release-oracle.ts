import type { CrisisRole } from '../crisis-role.js';
import type { FoldedEntry } from '../incident/evolve-incident.js';
import type { EventOf } from '../incident/incident-event.js';
import type { ApprovalChain, ApprovalStage } from '../playbook/approval-chain.js';
import { ReleaseStory, type Gravity, type TruthAboutPeople } from './release-story.js';

interface Verdict {
  readonly how: 'approved' | 'agreed' | 'emergency' | null;
  /** What was lacking; null: it was right to let it out. */
  readonly missing: string | null;
}

type Out = EventOf<'publication-sending' | 'published-by-hand'>;

/**
 * Was it right to let a text out? Judged from the list of entries before it and from who people are, by a reading of
 * its own: it shares no code with the rules it checks.
 */
export function releaseFault(
  before: readonly FoldedEntry[],
  out: Out,
  agreedValid: boolean,
  people: TruthAboutPeople,
): Verdict {
  const wanted = out.type === 'published-by-hand' ? out : preparedAs(before, out.publication);
  if (wanted === null) return wrong('nothing was prepared');
  if (out.hash !== wanted.hash) return wrong('another text left than was prepared');
  const story = new ReleaseStory(before, wanted.statement, wanted, people);
  if (story.text?.hash !== out.hash) return wrong('another text is current');
  if (story.isDropped) return wrong('it was dropped');
  const isAgreed = story.text.agreed !== null && agreedValid;
  const rule = ruleAt(story.chain, story.gravest, isAgreed);
  if (rule === null) return wrong('no rule could release it');
  if (story.isRefused) return wrong('somebody had said no');
  if (rule.length === 0) return { how: 'agreed', missing: null };
  if (story.isAsked && canFill(rule, story.yes)) return { how: 'approved', missing: null };
  if (agreedValid && story.isLetOut) return { how: 'emergency', missing: null };
  return wrong(`approved only by ${story.yes.join(', ') || 'nobody'}`);
}

function wrong(missing: string): Verdict {
  return { how: null, missing };
}

function preparedAs(
  before: readonly FoldedEntry[],
  id: number,
): EventOf<'publication-prepared'> | null {
  const event = before.find(({ seq }) => seq === id)?.event;
  return event?.type === 'publication-prepared' ? event : null;
}

/** The stages of the rule that applies; for words nobody agreed on beforehand never none. */
function ruleAt(
  chain: ApprovalChain,
  { level, impact }: Gravity,
  isAgreed: boolean,
): readonly ApprovalStage[] | null {
  let stages: readonly ApprovalStage[] | null = null;
  for (const rule of chain) {
    const byImpact = rule.impactFrom !== null && impact !== '' && impact >= rule.impactFrom;
    if (level >= rule.levelFrom || byImpact) stages = rule.stages;
  }
  if (stages !== null && (stages.length > 0 || isAgreed)) return stages;
  return chain.map((rule) => rule.stages).find((some) => some.length > 0) ?? null;
}

/** Is there any way to seat these yes-words, each once, so that every stage has enough? */
function canFill(stages: readonly ApprovalStage[], yes: readonly CrisisRole[]): boolean {
  const [stage, ...rest] = stages;
  if (stage === undefined) return true;
  return waysToFill(stage.roles, stage.quorum ?? stage.roles.length, yes).some((left) =>
    canFill(rest, left),
  );
}

function waysToFill(
  roles: readonly CrisisRole[],
  needed: number,
  yes: readonly CrisisRole[],
): (readonly CrisisRole[])[] {
  if (needed <= 0) return [yes];
  const [role, ...others] = roles;
  if (role === undefined) return [];
  const at = yes.indexOf(role);
  const taken = at < 0 ? [] : waysToFill(others, needed - 1, yes.toSpliced(at, 1));
  return [...taken, ...waysToFill(others, needed, yes)];
}
