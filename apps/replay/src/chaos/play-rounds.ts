import { House, type HouseOptions } from './house.js';
import type { Kind } from './kinds.js';
import { lineOf } from './report.js';
import { playRound, type RoundResult } from './round.js';

/** Small enough to fill in a moment, large enough for a database to start (200 MB free). */
const SMALL_DISK_MB = 640;
/** So many rounds share a house: the next round starts on what the last one left. */
const ROUNDS_PER_HOUSE = 12;

export interface Plan {
  readonly rounds: number;
  readonly seed: number;
  readonly kinds: readonly Kind[];
  /** Asked before each round. */
  readonly enough?: () => boolean;
}

/** Plays the rounds, kind after kind. A failed round keeps its folder, the next one begins in a new house. */
export async function playRounds(plan: Plan, say: (line: string) => void): Promise<RoundResult[]> {
  const results: RoundResult[] = [];
  let house: House | null = null;
  let kindBefore: Kind | null = null;
  try {
    for (let round = 0; round < plan.rounds && plan.enough?.() !== true; round++) {
      const kind = plan.kinds[Math.floor((round * plan.kinds.length) / plan.rounds)] as Kind;
      if (house !== null && (house.rounds >= ROUNDS_PER_HOUSE || movesOut(kindBefore, kind))) {
        await house.remove();
        house = null;
      }
      kindBefore = kind;
      house ??= await House.found(needsOf(kind));
      const result = await playRound(house, kind, plan.seed + round);
      results.push(result);
      say(lineOf(result));
      if (result.faults.length === 0) continue;
      for (const fault of result.faults) say(`       ${fault}`);
      say(`       kept: ${house.folder}`);
      await house.abandon();
      house = null;
    }
  } finally {
    await house?.remove();
  }
  return results;
}

function needsOf(kind: Kind): HouseOptions {
  return { diskMb: kind === 'disk' ? SMALL_DISK_MB : null, bendable: kind === 'clock' };
}

function movesOut(before: Kind | null, kind: Kind): boolean {
  const special = (one: Kind | null): boolean => one === 'disk' || one === 'clock';
  return before !== kind && (special(before) || special(kind));
}
