/** The parts of the page, kept in the address. */
export const WORDINGS_TABS = ['agreed', 'rules'] as const;
export type WordingsTab = (typeof WORDINGS_TABS)[number];
