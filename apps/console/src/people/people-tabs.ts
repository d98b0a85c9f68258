/** The parts of the page, kept in the address. */
export const PEOPLE_TABS = ['accounts', 'brands', 'rights', 'audit'] as const;
export type PeopleTab = (typeof PEOPLE_TABS)[number];
