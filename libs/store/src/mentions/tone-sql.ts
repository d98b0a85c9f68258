import { TONE } from '@sturmwarte/domain';

/** Counts the tones of some mentions, column `tone`, under the names of the counters. */
export const COUNT_TONES = (tone: string): string =>
  `count(*) filter (where ${tone} & ${TONE.judged} <> 0) as listened,
   count(*) filter (where ${tone} & ${TONE.aggressive} <> 0) as aggressive,
   count(*) filter (where ${tone} & ${TONE.call} <> 0) as calls,
   count(*) filter (where ${tone} & ${TONE.praise} <> 0) as praise`;

/** Notes beside the counters `t` what is no longer stored of them, as counted in `g`. */
export const GONE_TONES = `gone_listened = t.gone_listened + g.listened,
  gone_aggressive = t.gone_aggressive + g.aggressive,
  gone_calls = t.gone_calls + g.calls, gone_praise = t.gone_praise + g.praise`;
