import type { Impact } from '../impact.js';
import type { Level } from '../level.js';
import {
  approvalRuleFor,
  type ApprovalChain,
  type ApprovalRule,
} from '../playbook/approval-chain.js';

/**
 * Who must say yes to a text at this level and impact. Where the chain asks nobody, that is for wording agreed
 * beforehand; any other text needs the mildest rule that asks somebody. Null: the chain knows no such rule, and the
 * text cannot be released.
 */
export function requiredRule(
  chain: ApprovalChain,
  { level, impact }: { readonly level: Level; readonly impact: Impact | null },
  agreed: boolean,
): ApprovalRule | null {
  const rule = approvalRuleFor(chain, level, impact);
  if (rule !== null && (agreed || rule.stages.length > 0)) return rule;
  return chain.find(({ stages }) => stages.length > 0) ?? null;
}
