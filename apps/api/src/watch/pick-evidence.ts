import { CHANNELS, CLEARLY_NEGATIVE, type Channel, type EvidenceTerm } from '@sturmwarte/domain';
import type { EvidenceRow } from '@sturmwarte/store';

const MOST_SAMPLES = 8;

/** Negative mentions per channel, most first. `scale` corrects for what was not read. */
export function countChannels(
  rows: readonly EvidenceRow[],
  scale: number,
): { channel: Channel; count: number }[] {
  const counts = new Map<Channel, number>();
  for (const row of rows) {
    const channel = CHANNELS[row.channel] ?? 'other';
    if (row.negative >= CLEARLY_NEGATIVE) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  return [...counts]
    .map(([channel, count]) => ({ channel, count: Math.round(count * scale) }))
    .sort((a, b) => b.count - a.count);
}

/** One voice counts once: of each author the newest, of reposts none while there are originals. */
export function ownVoices(rows: readonly EvidenceRow[]): EvidenceRow[] {
  const negative = rows.filter((row) => row.negative >= CLEARLY_NEGATIVE);
  const originals = negative.filter((row) => !row.repost);
  const heard = new Set<string>();
  return (originals.length > 0 ? originals : negative).filter(({ authorKey }) => {
    if (authorKey === null) return true;
    if (heard.has(authorKey)) return false;
    heard.add(authorKey);
    return true;
  });
}

/** The mentions that show best what it is about: clearly negative, about the terms, seen by many. */
export function pickSamples(
  voices: readonly EvidenceRow[],
  terms: readonly EvidenceTerm[],
  termsOf: (row: EvidenceRow) => ReadonlySet<string>,
): string[] {
  const weight = (row: EvidenceRow): number => {
    const said = termsOf(row);
    const hits = terms.filter(({ term }) => said.has(term)).length;
    const seen = Math.log10(1 + (row.followers ?? 0)) * 0.05;
    return row.negative / 1000 + Math.min(hits, 3) * 0.3 + (row.tier > 0 ? 0.4 : 0) + seen;
  };
  return voices
    .map((row) => ({ id: row.id, weight: weight(row) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_SAMPLES)
    .map(({ id }) => id);
}
