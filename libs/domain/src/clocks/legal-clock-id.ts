/**
 * Legal duties with a time of their own. Their rules (anchor, length, states) are data of
 * `@sturmwarte/clock`; here only the names by which playbooks and journals call them.
 */
export const LEGAL_CLOCK_IDS = [
  'DSGVO-33',
  'DSGVO-34',
  'NIS2',
  'DORA',
  'MAR-17',
  'GPSR-9',
  'GPSR-20',
  'FOOD',
  'EV',
  'GEGEN',
  'STRAF',
  'BGB-626',
  'HINSCHG',
  'CRA',
] as const;
export type LegalClockId = (typeof LEGAL_CLOCK_IDS)[number];
