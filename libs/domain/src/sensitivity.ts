/** How easily a topic alarms. `standard` is what a topic has unless somebody chooses otherwise. */
export const SENSITIVITIES = ['quiet', 'standard', 'sensitive'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

export const DEFAULT_SENSITIVITY: Sensitivity = 'standard';

/** False alarms in a week of one topic, measured on ordinary weeks of real brands (docs/benchmarks.md). */
export const MEASURED_FALSE_ALARMS: Readonly<Record<Sensitivity, number>> = {
  quiet: 0.1,
  standard: 0.2,
  sensitive: 0.9,
};

/** What a choice gives the score on the way to the alarm, which is at 3; a point more is about ten times rarer. */
export const HEAD_STARTS: Readonly<Record<Sensitivity, number>> = {
  quiet: -0.35,
  standard: 0,
  sensitive: 0.85,
};
/** What people may set themselves instead. With a whole point every single criticism would be a level. */
export const LEAST_HEAD_START = -1;
export const MOST_HEAD_START = 0.95;

/** A topic rests at most a week after an alarm. */
export const LONGEST_COOLDOWN_MINUTES = 7 * 24 * 60;
