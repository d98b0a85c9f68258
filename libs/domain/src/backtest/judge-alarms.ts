import type { PastAlarm } from './alarm.js';
import type { Label } from './label.js';

const WEEK_MS = 7 * 24 * 3_600_000;
/** A storm is named from memory: an alarm that ended this short before its start still was its alarm. */
const EARLY_MS = 3_600_000;

/** What an alarm turned out to be. `unjudged`: nobody has said anything about its time. */
export type AlarmFate = 'storm' | 'false' | 'unjudged';

/** How the alarms of one setting stand against what people said. */
export interface Verdict {
  readonly weeks: number;
  readonly alarmsPerWeek: number;
  readonly storms: number;
  readonly caught: number;
  /** Minutes from the start of each storm to its alarm, by label; negative: before it; null: missed. */
  readonly leads: readonly (number | null)[];
  readonly falseAlarms: number;
  readonly unjudged: number;
  /** By alarm. */
  readonly fates: readonly AlarmFate[];
}

/** Only what lies within `from` and `to` (epoch milliseconds) counts. `leads` follows the storms among the labels. */
export function judgeAlarms(
  alarms: readonly PastAlarm[],
  labels: readonly Label[],
  { from, to }: { readonly from: number; readonly to: number },
): Verdict {
  const weeks = (to - from) / WEEK_MS;
  const storms = stormsWithin(labels, from, to);
  const calm = labels.filter(({ kind }) => kind === 'nothing');
  const fates = alarms.map((alarm): AlarmFate => {
    if (storms.some((storm) => meets(alarm, storm))) return 'storm';
    return calm.some((label) => overlaps(alarm, label, 0)) ? 'false' : 'unjudged';
  });
  const leads = storms.map((storm) => {
    const alarm = alarms.find((one) => meets(one, storm));
    return alarm === undefined ? null : Math.round((alarm.at - storm.from) / 60_000);
  });
  return {
    weeks,
    alarmsPerWeek: weeks > 0 ? alarms.length / weeks : 0,
    storms: storms.length,
    caught: leads.filter((lead) => lead !== null).length,
    leads,
    falseAlarms: fates.filter((fate) => fate === 'false').length,
    unjudged: fates.filter((fate) => fate === 'unjudged').length,
    fates,
  };
}

/** Those storms that began in the time looked at, oldest first. */
export function stormsWithin(labels: readonly Label[], from: number, to: number): Label[] {
  return labels
    .filter((label) => label.kind === 'storm' && label.from >= from && label.from < to)
    .sort((a, b) => a.from - b.from);
}

function meets(alarm: PastAlarm, storm: Label): boolean {
  return overlaps(alarm, storm, EARLY_MS);
}

function overlaps(alarm: PastAlarm, label: Label, early: number): boolean {
  return alarm.at <= label.to && (alarm.until ?? Infinity) >= label.from - early;
}
