import { MINUTE_MS } from '@sturmwarte/domain';
import { median, table } from '../../report.js';
import {
  bandResult,
  chanceResult,
  expected,
  HORIZONS,
  horizonBand,
  logError,
  share,
  VIEWS,
  type Judged,
} from './judge.js';
import { RIVALS } from './rivals.js';

/** Eight in ten, five points to either side. */
const COVERAGE = { least: 0.75, most: 0.85 };
const FEWEST = 30;
const QUARTER = 15;
const CHANCES = [0, 0.05, 0.15, 0.3, 0.5, 0.7, 1];

export interface OutlookResult {
  readonly set: string;
  readonly learnedFrom: boolean;
  readonly asked: number;
  readonly judged: readonly Judged[];
}

/** Whether the bands hold, and how far off the middle is beside "stays as it is". */
export function bandTable(results: readonly OutlookResult[]): string {
  const rows = results.flatMap(({ set, judged }) =>
    VIEWS.flatMap(({ name, has }) => {
      const all = judged.filter(has);
      if (all.length < FEWEST) return [];
      return [
        [
          set,
          name,
          String(all.length),
          ...HORIZONS.flatMap((minutes) => {
            const { below, inside, above } = horizonBand(all, minutes);
            const own = logError(all, minutes, (one) => expected(one, minutes));
            const [stays] = RIVALS.map((rival) =>
              logError(all, minutes, ({ moment }) => rival.expects(moment, minutes)),
            );
            return [
              `${percent(inside)} (${percent(below)} / ${percent(above)})`,
              `${own.toFixed(2)} / ${(stays ?? NaN).toFixed(2)}`,
            ];
          }),
          name === 'all' ? verdict(all) : '',
        ],
      ];
    }),
  );
  const head = [
    ...[
      'set',
      'moments',
      'number',
      '60 min: inside (below / above)',
      'error / stays as the last hour',
    ],
    ...['6 h: inside (below / above)', 'error / stays as the last hour', ''],
  ];
  return table(head, rows);
}

function verdict(all: readonly Judged[]): string {
  const misses = HORIZONS.flatMap((minutes) => {
    const { inside } = horizonBand(all, minutes);
    const own = logError(all, minutes, (one) => expected(one, minutes));
    const held = inside >= COVERAGE.least && inside <= COVERAGE.most;
    const stays = logError(all, minutes, ({ moment }) => moment.came(-60, 0) * (minutes / 60));
    return [
      ...(held ? [] : [`band at ${minutes} min`]),
      ...(own < stays ? [] : [`error at ${minutes} min`]),
    ];
  });
  return misses.length === 0 ? 'met' : `**missed: ${misses.join(', ')}**`;
}

/** The middle against every other way to say it. */
export function rivalTable(results: readonly OutlookResult[]): string {
  const rows = results.flatMap(({ set, judged }) =>
    HORIZONS.map((minutes) => {
      const errors = [
        logError(judged, minutes, (one) => expected(one, minutes)),
        ...RIVALS.map(({ expects }) =>
          logError(judged, minutes, ({ moment }) => expects(moment, minutes)),
        ),
      ];
      const best = Math.min(...errors).toFixed(2);
      const cells = errors.map((error) => error.toFixed(2));
      return [
        set,
        `${minutes} min`,
        ...cells.map((cell) => (cell === best ? `**${cell}**` : cell)),
      ];
    }),
  );
  return table(['set', 'ahead', 'outlook', ...RIVALS.map(({ name }) => name)], rows);
}

/** The chance of the next level within the hour, against always saying how often it happens on this level. */
export function chanceTable(results: readonly OutlookResult[]): string {
  const rows = results.flatMap(({ set, judged }) => {
    const cases = judged.flatMap(({ moment, said }) => {
      const chance = said.nextLevel?.chance ?? null;
      const { level } = moment.evaluation;
      return chance === null ? [] : [{ said: chance, happened: moment.highest > level, level }];
    });
    const levels = [...new Set(cases.map(({ level }) => level))].sort((a, b) => a - b);
    return [
      ...levels.map((level) => ({
        name: `${level} to ${level + 1}`,
        of: cases.filter((one) => one.level === level),
      })),
      { name: 'all', of: cases },
    ].map(({ name, of }) => {
      const { count, said, happened, brier, baseBrier } = chanceResult(of);
      const good = brier < baseBrier ? 'better' : '**not better**';
      return [
        set,
        name,
        String(count),
        percent(said),
        percent(happened),
        brier.toFixed(3),
        baseBrier.toFixed(3),
        good,
      ];
    });
  });
  const head = [
    'set',
    'level',
    'number',
    'said',
    'happened',
    'Brier',
    'Brier of the base rate',
    '',
  ];
  return table(head, rows);
}

/** Of what was said to be so likely, how often it happened; all sets together. */
export function reliabilityTable(results: readonly OutlookResult[]): string {
  const cases = results.flatMap(({ judged }) =>
    judged.flatMap(({ moment, said }) => {
      const chance = said.nextLevel?.chance ?? null;
      return chance === null
        ? []
        : [{ said: chance, happened: moment.highest > moment.evaluation.level }];
    }),
  );
  const rows = CHANCES.slice(1).flatMap((most, at) => {
    const least = CHANCES[at] ?? 0;
    const of = cases.filter(({ said }) => said >= least && said < most);
    if (of.length === 0) return [];
    const { count, said, happened } = chanceResult(of);
    return [
      [`${percent(least)} to ${percent(most)}`, String(count), percent(said), percent(happened)],
    ];
  });
  return table(['chance', 'number', 'said on average', 'happened'], rows);
}

/** The busiest quarter between two hours ago and six hours ahead. */
export function peakTable(results: readonly OutlookResult[]): string {
  const rows = results.flatMap(({ set, judged }) =>
    VIEWS.flatMap(({ name, has }) => {
      const all = judged.filter(has);
      if (all.length < FEWEST) return [];
      const inside = share(all, (one) => {
        const { ahead } = one.moment.peak;
        const slack = QUARTER / 2 + 0.5;
        return ahead >= minutesTo(one, 'from') - slack && ahead <= minutesTo(one, 'to') + slack;
      });
      const off = median(all.map((one) => Math.abs(minutesTo(one, 'at') - one.moment.peak.ahead)));
      const height = bandResult(
        all,
        ({ said }) => said.peak.negatives,
        ({ moment }) => moment.peak.negatives,
      );
      const heightError = logError(
        all,
        QUARTER,
        ({ said }) => said.peak.negatives.expected,
        ({ moment }) => moment.peak.negatives,
      );
      const passed = chanceResult(
        all.map(({ said, moment }) => ({
          said: said.peak.passed,
          happened: moment.peak.ahead < 0,
        })),
      );
      return [
        [
          ...[set, name, `${off.toFixed(0)} min`, percent(inside)],
          ...[heightError.toFixed(2), percent(height.inside)],
          ...[`${percent(passed.said)} / ${percent(passed.happened)}`],
          `${passed.brier.toFixed(3)} / ${passed.baseBrier.toFixed(3)}`,
        ],
      ];
    }),
  );
  const head = [
    ...['set', 'moments', 'time off (median)', 'time inside from–to', 'height, log error'],
    ...['height inside', 'said over / was over', 'Brier / base rate'],
  ];
  return table(head, rows);
}

function minutesTo({ moment, said }: Judged, which: 'at' | 'from' | 'to'): number {
  return (Date.parse(said.peak[which]) - moment.evaluation.at) / MINUTE_MS;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(0)} %`;
}
