import type { QueryClient } from '@tanstack/react-query';
import type { JournalEntry } from '@sturmwarte/domain';

type Put = (client: QueryClient, id: number, entries: readonly JournalEntry[]) => void;

let known: Put | null = null;

/**
 * The fold of a journal weighs as much as a page, and every page that shows an incident brings it (`useIncident`). The
 * first screen shows none and does without: what it knows of an incident is read anew when somebody looks at it.
 */
export const theFold = {
  isHere: (put: Put): void => void (known = put),
  put: (client: QueryClient, id: number, entries: readonly JournalEntry[]): void => {
    if (known !== null) known(client, id, entries);
    else void client.invalidateQueries({ queryKey: ['incident', id] });
  },
};
