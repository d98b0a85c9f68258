import { plainRuleSchema } from '@sturmwarte/contracts';
import type { PlainRule } from '@sturmwarte/domain';

const NONE = 'none';

/** Rules not saved yet, short enough for an address: `20-10-3` is 20 negatives in 10 minutes, level 3. */
export function writeRules(rules: readonly PlainRule[]): string {
  if (rules.length === 0) return NONE;
  return rules.map(({ negatives, minutes, level }) => `${negatives}-${minutes}-${level}`).join('_');
}

/** Null: not understood, or none of a draft. */
export function readRules(text: string | undefined): readonly PlainRule[] | null {
  if (text === undefined) return null;
  if (text === NONE) return [];
  const rules = text.split('_').map((part, index) => {
    const [negatives, minutes, level] = part.split('-').map(Number);
    return plainRuleSchema.safeParse({ id: `r${index + 1}`, negatives, minutes, level });
  });
  return rules.every(({ success }) => success) ? rules.flatMap(({ data }) => data ?? []) : null;
}
