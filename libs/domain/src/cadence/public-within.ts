import { reachesImpact, type Impact } from '../impact.js';
import type { Level } from '../level.js';

/** How soon the public hears from us. Minutes from T0, `updateMinutes` from one update to the next at most. */
export interface PublicWithin {
  /** `reply`: an answer to those who asked. `holding`: a holding statement. */
  readonly first: 'reply' | 'holding';
  readonly firstMinutes: number;
  /** The full statement; null: the first answer may be the only one. */
  readonly fullMinutes: number | null;
  readonly updateMinutes: number | null;
}

const REPLY: PublicWithin = {
  first: 'reply',
  firstMinutes: 60,
  fullMinutes: null,
  updateMinutes: null,
};
const HOLDING: PublicWithin = { ...REPLY, first: 'holding' };
const GRAVE: PublicWithin = { ...HOLDING, fullMinutes: 240 };
/** At the top of the scale the statement comes sooner, and what a grave case owes is still owed. */
const HURRICANE: PublicWithin = { ...GRAVE, firstMinutes: 30, updateMinutes: 120 };

export function publicWithin(level: Level, impact: Impact | null): PublicWithin {
  if (level === 6) return HURRICANE;
  if (level === 5 || reachesImpact(impact, 'C')) return GRAVE;
  return level === 4 ? HOLDING : REPLY;
}
