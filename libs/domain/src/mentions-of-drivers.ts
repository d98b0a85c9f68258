import type { Drivers } from './drivers.js';

/** The mentions that what drives an alert refers to, each once. */
export function mentionsOfDrivers(drivers: Drivers | null | undefined): string[] {
  if (!drivers) return [];
  const { clusters, threads, multipliers, loudAuthor } = drivers;
  const named = [...clusters, ...threads, ...multipliers].map(({ mentionId }) => mentionId);
  return [...new Set([...(loudAuthor === null ? [] : [loudAuthor.mentionId]), ...named])];
}
