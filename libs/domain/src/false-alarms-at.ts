import { HEAD_STARTS, MEASURED_FALSE_ALARMS, SENSITIVITIES } from './sensitivity.js';

/** False alarms to expect in a week, and how far that is known. */
export interface FalseAlarmsAt {
  /** `between`: estimated from the measured ones around it. `below`, `above`: nobody has measured there. */
  readonly kind: 'measured' | 'between' | 'below' | 'above';
  /** Beyond what is measured: of the nearest measured one. */
  readonly alarms: number;
}

/** Between two measured values false alarms grow by the same factor for the same step. */
export function falseAlarmsAt(headStart: number): FalseAlarmsAt {
  const measured = SENSITIVITIES.map((choice) => ({
    at: HEAD_STARTS[choice],
    alarms: MEASURED_FALSE_ALARMS[choice],
  })).sort((a, b) => a.at - b.at);
  const exact = measured.find(({ at }) => at === headStart);
  if (exact) return { kind: 'measured', alarms: exact.alarms };
  const below = measured.findLast(({ at }) => at < headStart);
  const above = measured.find(({ at }) => at > headStart);
  if (below === undefined) return { kind: 'below', alarms: above?.alarms ?? 0 };
  if (above === undefined) return { kind: 'above', alarms: below.alarms };
  const way = (headStart - below.at) / (above.at - below.at);
  return { kind: 'between', alarms: below.alarms * (above.alarms / below.alarms) ** way };
}
