/** What a text is for. A reply answers one person in public; a recall is the recall notice itself. */
export const WORDING_PURPOSES = [
  'holding',
  'update',
  'correction',
  'closing',
  'reply',
  'recall',
] as const;
export type WordingPurpose = (typeof WORDING_PURPOSES)[number];
