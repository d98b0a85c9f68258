import type { CrisisRole } from '../crisis-role.js';
import { reachesImpact, type Impact } from '../impact.js';
import type { Level } from '../level.js';

/** People who judge side by side; enough of them must agree before the next stage begins. */
export interface ApprovalStage {
  readonly roles: readonly CrisisRole[];
  /** So many of the roles are enough; null: all of them. */
  readonly quorum: number | null;
  readonly minutes: number;
  /** When the deputy is asked too. */
  readonly deputyAfterMinutes: number;
}

/** Applies from this level, or from this impact, whichever comes first. */
export interface ApprovalRule {
  readonly levelFrom: Level;
  readonly impactFrom: Impact | null;
  /** One after the other; none: wording that was approved beforehand. */
  readonly stages: readonly ApprovalStage[];
  readonly publicWithinMinutes: number;
}

/** Mildest rule first. */
export type ApprovalChain = readonly ApprovalRule[];

/** The strictest rule that applies. */
export function approvalRuleFor(
  chain: ApprovalChain,
  level: Level,
  impact: Impact | null,
): ApprovalRule | null {
  const applying = chain.filter(
    ({ levelFrom, impactFrom }) =>
      level >= levelFrom || (impactFrom !== null && reachesImpact(impact, impactFrom)),
  );
  return applying.at(-1) ?? null;
}
