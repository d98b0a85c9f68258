/** What the palette may lead to. */
export const PALETTE_GROUPS = [
  'page',
  'action',
  'incident',
  'playbook',
  'alert',
  'topic',
  'said',
] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

export interface PaletteEntry {
  /** Unique among all. */
  readonly id: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** Said beside the label, and searched as well. */
  readonly hint: string;
  /** The server found it by the words typed, wherever it says them. */
  readonly found?: boolean;
  readonly go: () => void;
}

/** So many of each kind, so that none pushes the others off the screen. */
const MOST_OF_A_GROUP = 6;

/**
 * Entries that say every word, the kinds in their order; within a kind those that begin with what was typed first.
 * Without words: the first of each kind.
 */
export function matchEntries(all: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const wanted = folded(typed).trim();
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  const fits = all
    .map((entry) => ({ entry, text: folded(`${entry.label} ${entry.hint}`) }))
    .filter(({ entry, text }) => entry.found === true || words.every((word) => text.includes(word)))
    .map(({ entry, text }) => ({ entry, rank: rankOf(text, wanted) }));
  return PALETTE_GROUPS.flatMap((group) =>
    fits
      .filter(({ entry }) => entry.group === group)
      .toSorted((one, other) => one.rank - other.rank)
      .slice(0, MOST_OF_A_GROUP)
      .map(({ entry }) => entry),
  );
}

function rankOf(text: string, wanted: string): number {
  if (wanted === '' || text.startsWith(wanted)) return 0;
  return text.includes(` ${wanted}`) || text.includes(`-${wanted}`) ? 1 : 2;
}

/** As people type it: without capitals and dots above letters. */
function folded(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
