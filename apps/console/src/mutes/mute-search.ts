import type { MuteView } from '@sturmwarte/contracts';

/** What somebody looks for among many mutes. */
export interface MuteSearch {
  readonly text: string;
  /** Null: all. */
  readonly kind: MuteView['subject']['kind'] | null;
}

export const EVERYTHING: MuteSearch = { text: '', kind: null };

/** As the server finds those that are over: in the name, the reason or the name of who set it. */
export function isFound({ name, reason, by, subject }: MuteView, { text, kind }: MuteSearch) {
  const said = [name, reason, by.name].join(' ').toLowerCase();
  return (kind === null || subject.kind === kind) && said.includes(text.trim().toLowerCase());
}
