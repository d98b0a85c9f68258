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
