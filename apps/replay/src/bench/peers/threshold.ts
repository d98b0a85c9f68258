/** The one rule of all contestants: so many negative mentions of a topic within so many minutes. */
export const THRESHOLD = { negatives: 51, minutes: 5 } as const;
/** Topics that carry the rule. */
export const BENCH_TOPICS = 200;
