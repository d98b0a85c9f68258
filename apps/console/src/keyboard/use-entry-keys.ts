import { useKeys } from './keyboard.js';

const ENTRY = '[data-entry]';

/** J and K move the focus along everything marked `data-entry` on the page. */
export function useEntryKeys(): void {
  useKeys({ j: () => move(1), k: () => move(-1) });
}

/** The value of `data-entry` around the focus; null outside of one. */
export function focusedEntry(): string | null {
  const around = document.activeElement?.closest<HTMLElement>('[data-entry-of], [data-entry]');
  return around?.dataset['entryOf'] ?? around?.dataset['entry'] ?? null;
}

function move(step: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>(ENTRY)];
  if (entries.length === 0) return;
  const focused = focusedEntry();
  const at = entries.findIndex((entry) => entry.dataset['entry'] === focused);
  const next = at < 0 ? (step === 1 ? 0 : entries.length - 1) : at + step;
  entries[Math.min(entries.length - 1, Math.max(0, next))]?.focus();
}
