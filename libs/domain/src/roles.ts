/** Roles of the house; one person may hold several, per brand or for all brands. German twins in the glossary. */
export const ROLES = [
  'observer', // Beobachtung
  'community', // CM, community manager on duty
  'lead', // EL, Einsatzleitung
  'pr', // PR manager
  'legal', // Recht
  'board', // GL, executive board
  'unit', // FB, business unit
  'hr',
  'it',
  'service', // KS, customer service
  'quality', // QM
  'investor', // IR
  'privacy', // DSB, data protection officer
  'security', // ISB, information security officer
  'keeper', // PK, protocol keeper
  'admin',
  'auditor', // Prüfer
] as const;
export type Role = (typeof ROLES)[number];

/** A role held for one brand, or for all of them (`brandId: null`). */
export interface Grant {
  readonly role: Role;
  readonly brandId: number | null;
}
