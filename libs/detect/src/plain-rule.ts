import type { Level, PlainRule } from '@sturmwarte/domain';
import type { LookBack } from './look-back.js';

/** Mentions judged negative at present, each one or none: small doubts about a hundred praises are no negative mention. */
export function negativesFor(rule: PlainRule, window: LookBack): number {
  return window.judged(rule.minutes);
}

export function isMet(rule: PlainRule, window: LookBack): boolean {
  return negativesFor(rule, window) >= rule.negatives;
}

/** The rules of one topic and since when each holds. A rule fires at once and ends after its own span below. */
export class RuleBook {
  /** rule id -> last minute it was met. */
  readonly lastMet = new Map<string, number>();

  constructor(public rules: readonly PlainRule[]) {}

  /** Is there a rule that does not hold and would lift a topic above this level? */
  canRise(level: Level): boolean {
    return this.rules.some((rule) => rule.level > level && !this.lastMet.has(rule.id));
  }

  isNewlyMet(window: LookBack): boolean {
    return this.rules.some((rule) => !this.lastMet.has(rule.id) && isMet(rule, window));
  }

  meet(minute: number, window: LookBack): void {
    for (const rule of this.rules) if (isMet(rule, window)) this.lastMet.set(rule.id, minute);
  }

  /** Ends rules that have been below for their whole span. */
  release(minute: number, incomplete: boolean): void {
    if (this.lastMet.size === 0) return;
    for (const rule of this.rules) {
      const met = this.lastMet.get(rule.id);
      if (met === undefined) continue;
      if (incomplete) this.lastMet.set(rule.id, Math.max(met, minute));
      else if (minute - met > rule.minutes) this.lastMet.delete(rule.id);
    }
  }

  /** Rules may have been removed: what no longer exists holds nothing. */
  replace(rules: readonly PlainRule[]): void {
    this.rules = rules;
    const known = new Set(rules.map((rule) => rule.id));
    for (const id of this.lastMet.keys()) if (!known.has(id)) this.lastMet.delete(id);
  }

  /** The highest rule that holds. */
  top(): { readonly level: Level; readonly ruleId: string | null } {
    let level: Level = 0;
    let ruleId: string | null = null;
    if (this.lastMet.size === 0) return { level, ruleId };
    for (const rule of this.rules) {
      if (rule.level > level && this.lastMet.has(rule.id)) {
        level = rule.level;
        ruleId = rule.id;
      }
    }
    return { level, ruleId };
  }
}
