import type { Outlook, OutlookForecast } from '@sturmwarte/domain';
import type { Format } from '../format/format.js';
import { rounded } from './rounded.js';
import type { OutlookSay } from './say-outlook.js';

/** Surer than this that the peak lies behind: said so. */
export const PEAK_PASSED = 0.75;

/**
 * The outlook in one sentence; null: evidence from before there was an outlook. `at`: when it was reckoned, ISO.
 * `fallenFrom`: when the storm stood on a higher level, ISO; its peak is known then, and not the busiest time of late.
 */
export function outlookSentence(
  outlook: Outlook | null,
  at: string,
  say: OutlookSay,
  format: Format,
  fallenFrom: string | null = null,
): string {
  if (outlook === null) return say('outlook:unknown.none');
  if (outlook.kind === 'unknown') return say(`outlook:unknown.${outlook.gap}`);
  const parts = [
    counts(outlook, say, format),
    fallenFrom === null
      ? peak(outlook, at, say, format)
      : say('outlook:peakKnown', { at: format.moment(fallenFrom, Date.parse(at)) }),
    climb(outlook, say, format),
  ];
  return `${parts.join('; ')}.`;
}

function counts({ hour, sixHours }: OutlookForecast, say: OutlookSay, format: Format): string {
  return say('outlook:counts', {
    hour: format.integer(rounded(hour.expected)),
    hourLow: format.integer(rounded(hour.low, 'down')),
    hourHigh: format.integer(rounded(hour.high, 'up')),
    six: format.integer(rounded(sixHours.expected)),
    sixLow: format.integer(rounded(sixHours.low, 'down')),
    sixHigh: format.integer(rounded(sixHours.high, 'up')),
  });
}

function peak({ peak }: OutlookForecast, at: string, say: OutlookSay, format: Format): string {
  const when = (time: string): string => format.moment(time, Date.parse(at));
  const facts = { at: when(peak.at), from: when(peak.from), to: when(peak.to) };
  if (peak.passed >= PEAK_PASSED) return say('outlook:peakPast', { at: facts.at });
  const isBehind = Date.parse(peak.at) < Date.parse(at);
  return isBehind
    ? say('outlook:peakMaybe', { at: facts.at, to: facts.to })
    : say('outlook:peakAhead', facts);
}

function climb({ nextLevel }: OutlookForecast, say: OutlookSay, format: Format): string {
  if (nextLevel === null) return say('outlook:top');
  const { level, withinMinutes: minutes, chance, waitsFor } = nextLevel;
  return chance === null
    ? say(`outlook:climbUnknown.${waitsFor ?? 'channels'}`, { level })
    : say('outlook:climb', { level, minutes, chance: chanceText(chance, format) });
}

/** Nothing is certain: below 1 % and above 99 % it says so. */
export function chanceText(chance: number, format: Format): string {
  if (chance < 0.01) return `< ${format.percent(0.01)}`;
  return chance > 0.99 ? `> ${format.percent(0.99)}` : format.percent(chance);
}
