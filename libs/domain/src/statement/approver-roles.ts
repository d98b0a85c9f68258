import type { CrisisRole } from '../crisis-role.js';

/** Who may say yes in the place of a role whose whole box has run out; null: nobody is above it. */
export const NEXT_RUNG: Readonly<Record<CrisisRole, CrisisRole | null>> = {
  community: 'lead',
  pr: 'lead',
  lead: 'board',
  legal: 'board',
  investor: 'legal',
  privacy: 'legal',
  hr: 'legal',
  quality: 'board',
  security: 'board',
  it: 'board',
  unit: 'board',
  service: 'board',
  keeper: null,
  board: null,
};

/** Who may fill the place of a role at once, without waiting for its time: the lead speaks for PR. */
export const STANDS_IN_FOR: Readonly<Partial<Record<CrisisRole, readonly CrisisRole[]>>> = {
  pr: ['lead'],
};
