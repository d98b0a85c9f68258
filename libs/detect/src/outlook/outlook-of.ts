import { MINUTE_MS, type Outlook, type OutlookBand, type OutlookPeak } from '@sturmwarte/domain';
import { climbTraits } from './climb-traits.js';
import { LEARNED } from './learned.js';
import { AHEAD_PERCENT, type CountRow, type OutlookTable } from './outlook-table.js';
import type { Signs } from './signs.js';
import { perHourOf, phaseOf, shownPhase, sizeOf, traitsOf, type Phase } from './traits.js';

/** A topic younger than this knows neither its level nor its day. */
const YOUNG_HOURS = 24;
/** Fewer negatives than this in two hours are chance. */
const FEW = 5;
const QUARTER = 15;
const CLIMB_MINUTES = 60;

/** What is to be expected at `at` (ms): straight from the signs, so the same signs always say the same. */
export function outlookOf(
  signs: Signs,
  at: number,
  incomplete: boolean,
  table: OutlookTable = LEARNED,
): Outlook {
  if (incomplete) return { kind: 'unknown', gap: 'silent-source' };
  if (signs.age < YOUNG_HOURS) return { kind: 'unknown', gap: 'new-topic' };
  if (signs.heard < FEW) return { kind: 'unknown', gap: 'few-mentions' };
  const traits = traitsOf(signs);
  const phase = phaseOf(signs);
  const size = sizeOf(signs);
  const band = (row: CountRow, hours: number): OutlookBand =>
    bandOf(row, traits, phase, size, hours);
  const hour = band(table.hour, 1);
  const { wayUp } = signs;
  return {
    kind: 'forecast',
    phase: shownPhase(phase),
    doublingMinutes: signs.doublingMinutes,
    hour,
    sixHours: atLeast(hour, band(table.sixHours, 6)),
    course: table.steps.map((step) => ({
      minute: Math.floor(at / MINUTE_MS) + step.from,
      ...band(step, QUARTER / 60),
    })),
    nextLevel: wayUp && {
      level: wayUp.level,
      withinMinutes: CLIMB_MINUTES,
      chance:
        wayUp.waitsFor === null
          ? chance(table.climb, climbTraits(wayUp, hour.expected, phase))
          : null,
      waitsFor: wayUp.waitsFor,
    },
    peak: peakOf(signs, at, phase, chance(table.passed, traits), {
      table,
      top: band(table.top, QUARTER / 60),
    }),
  };
}

function bandOf(
  { weights, errors }: CountRow,
  traits: readonly number[],
  phase: Phase,
  size: number,
  hours: number,
): OutlookBand {
  const middle = sum(weights[phase], traits);
  const [below = 0, above = 0] = errors[phase].slice(2 * size);
  return {
    expected: perHourOf(middle) * hours,
    low: perHourOf(middle + below) * hours,
    high: perHourOf(middle + above) * hours,
  };
}

/** Six hours hold the first of them. */
function atLeast(hour: OutlookBand, sixHours: OutlookBand): OutlookBand {
  return {
    expected: Math.max(hour.expected, sixHours.expected),
    low: Math.max(hour.low, sixHours.low),
    high: Math.max(hour.high, sixHours.high),
  };
}

/** Either the peak was the one that is known, or it comes as late as peaks do in such a phase; the odds mix the two. */
function peakOf(
  { peak }: Signs,
  at: number,
  phase: Phase,
  passed: number,
  { table, top }: { table: OutlookTable; top: OutlookBand },
): OutlookPeak {
  const when = (part: number): string => {
    const minutes =
      part <= passed ? -peak.ago : ahead(table.ahead[phase], (part - passed) / (1 - passed));
    return new Date(at + Math.round(minutes) * MINUTE_MS).toISOString();
  };
  return {
    at: when(0.5),
    from: when(0.1),
    to: when(0.9),
    passed,
    negatives: {
      expected: Math.max(peak.negatives, top.expected),
      low: Math.max(peak.negatives, top.low),
      high: Math.max(peak.negatives, top.high),
    },
  };
}

/** The minute before which `part` of the peaks to come have come, between the marks in a straight line. */
function ahead(marks: readonly number[], part: number): number {
  const percent = part * 100;
  const next = Math.max(
    1,
    AHEAD_PERCENT.findIndex((mark) => mark >= percent),
  );
  const [low = 0, high = 100] = [AHEAD_PERCENT[next - 1], AHEAD_PERCENT[next]];
  const [from = 0, to = 0] = [marks[next - 1], marks[next]];
  return from + ((to - from) * (percent - low)) / (high - low);
}

function chance(weights: readonly number[], traits: readonly number[]): number {
  return 1 / (1 + Math.exp(-sum(weights, traits)));
}

function sum(weights: readonly number[], traits: readonly number[]): number {
  return weights.reduce((total, weight, at) => total + weight * (traits[at] ?? 0), 0);
}
