import { describe, expect, it } from '@jest/globals';
import { approvalRuleFor, type ApprovalChain } from './approval-chain.js';
import { dueMinutes } from './due-minutes.js';
import { repeatMinutes } from './repeat-minutes.js';

const rule = (levelFrom: 0 | 3 | 5 | 6, impactFrom: 'B' | 'C' | null) => ({
  levelFrom,
  impactFrom,
  stages: [],
  publicWithinMinutes: levelFrom,
});
const chain: ApprovalChain = [rule(0, null), rule(3, 'B'), rule(5, 'C'), rule(6, null)];
const within = (level: 0 | 2 | 4 | 6, impact: 'A' | 'B' | 'C' | null) =>
  approvalRuleFor(chain, level, impact)?.publicWithinMinutes;

describe('who must approve', () => {
  it('follows the level or the impact, whichever is graver', () => {
    expect(within(2, null)).toBe(0);
    expect(within(2, 'A')).toBe(0);
    expect(within(2, 'B')).toBe(3);
    expect(within(2, 'C')).toBe(5);
    expect(within(4, 'A')).toBe(3);
    expect(within(6, 'A')).toBe(6);
    expect(approvalRuleFor([rule(3, null)], 2, 'C')).toBeNull();
  });
});

describe('when a step is due', () => {
  const byId = new Map(
    [
      { id: 'a', due: { minutes: 30, after: null } },
      { id: 'b', due: { minutes: 15, after: 'a' } },
      { id: 'c', due: { minutes: 5, after: 'c' } },
      { id: 'd', due: { minutes: 5, after: 'gone' } },
    ].map((step) => [step.id, step]),
  );
  const due = (id: string) =>
    dueMinutes(byId.get(id) ?? { id, due: { minutes: 0, after: null } }, byId);

  it('counts along the steps it follows', () => {
    expect(due('a')).toBe(30);
    expect(due('b')).toBe(45);
  });

  it('is not known for a step that follows itself or nothing', () => {
    expect(due('c')).toBeNull();
    expect(due('d')).toBeNull();
  });

  it('comes back as often as the level of the hour asks', () => {
    const repeat = [
      { levelFrom: 3 as const, minutes: 120 },
      { levelFrom: 5 as const, minutes: 30 },
    ];
    expect([2, 3, 4, 5, 6].map((level) => repeatMinutes({ repeat }, level as 2))).toEqual([
      ...[null, 120, 120, 30, 30],
    ]);
  });
});
