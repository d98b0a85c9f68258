import { phaseOf, strength, type Phase } from '@sturmwarte/detect';
import type { OutlookBand, OutlookForecast } from '@sturmwarte/domain';
import { median } from '../../report.js';
import type { Moment } from './moments.js';

const HOUR = 60;
export const HORIZONS = [60, 360] as const;
export type Horizon = (typeof HORIZONS)[number];
/** Shortly after it opened is when people look first. */
const EARLY_MINUTES = 15;

/** A moment with what the product said; those without a forecast are counted apart. */
export interface Judged {
  readonly moment: Moment;
  readonly said: OutlookForecast;
  readonly phase: Phase;
}

export function judgedOf(moments: readonly Moment[]): Judged[] {
  return moments.flatMap((moment) => {
    const said = moment.evaluation.outlook;
    return said?.kind === 'forecast' ? [{ moment, said, phase: phaseOf(moment.signs) }] : [];
  });
}

/** Which moments are looked at together. */
export const VIEWS: readonly { readonly name: string; readonly has: (one: Judged) => boolean }[] = [
  { name: 'all', has: () => true },
  { name: 'at the alarm', has: ({ moment }) => moment.age <= EARLY_MINUTES },
  { name: 'just begun', has: ({ phase }) => phase === 'fresh' },
  { name: 'rising', has: ({ phase }) => phase === 'rising' },
  { name: 'steady', has: ({ phase }) => phase === 'steady' },
  { name: 'falling', has: ({ phase }) => phase === 'falling' },
  { name: 'no storm', has: ({ moment }) => moment.source === 'none' },
];

export interface BandResult {
  readonly below: number;
  readonly inside: number;
  readonly above: number;
}

/** Where what came lay. The ends of the band are whole mentions, as people read them. */
export function bandResult(
  all: readonly Judged[],
  band: (one: Judged) => OutlookBand,
  came: (one: Judged) => number,
): BandResult {
  const below = share(all, (one) => came(one) < Math.floor(band(one).low));
  const above = share(all, (one) => came(one) > Math.ceil(band(one).high));
  return { below, above, inside: 1 - below - above };
}

export function horizonBand(all: readonly Judged[], minutes: Horizon): BandResult {
  return bandResult(
    all,
    ({ said }) => (minutes === HOUR ? said.hour : said.sixHours),
    ({ moment }) => moment.came(0, minutes),
  );
}

export function expected({ said }: Judged, minutes: Horizon): number {
  return (minutes === HOUR ? said.hour : said.sixHours).expected;
}

/** Median distance of the logarithms, of numbers an hour. */
export function logError(
  all: readonly Judged[],
  minutes: number,
  says: (one: Judged) => number,
  came: (one: Judged) => number = ({ moment }) => moment.came(0, minutes),
): number {
  const perHour = (count: number): number => strength((count * HOUR) / minutes);
  return median(all.map((one) => Math.abs(perHour(came(one)) - perHour(says(one)))));
}

export interface ChanceResult {
  readonly count: number;
  readonly said: number;
  readonly happened: number;
  readonly brier: number;
  /** Of somebody who always says how often it happens on this very set. */
  readonly baseBrier: number;
}

export function chanceResult(
  cases: readonly { readonly said: number; readonly happened: boolean }[],
): ChanceResult {
  const happened = share(cases, (one) => one.happened);
  const squared = ({ said, happened: did }: (typeof cases)[number]): number =>
    (said - (did ? 1 : 0)) ** 2;
  return {
    count: cases.length,
    said: mean(cases.map(({ said }) => said)),
    happened,
    brier: mean(cases.map(squared)),
    baseBrier: happened * (1 - happened),
  };
}

export function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.length === 0 ? NaN : all.filter(is).length / all.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
