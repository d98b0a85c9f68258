import type { Role } from './roles.js';

/**
 * Roles that act in an incident: those of the house that can be staffed in a crisis team. The codes
 * are those of `ROLES`, so whoever holds the role in the house can hold it in the incident.
 */
export const CRISIS_ROLES = [
  'community', // CM
  'lead', // EL, Einsatzleitung
  'pr', // PR
  'legal', // Recht
  'board', // GL, Geschäftsleitung
  'unit', // FB, Fachbereich
  'hr', // HR
  'it', // IT
  'service', // KS, Kundenservice
  'quality', // QM
  'investor', // IR
  'privacy', // DSB
  'security', // ISB
  'keeper', // PK, Protokoll
] as const satisfies readonly Role[];
export type CrisisRole = (typeof CRISIS_ROLES)[number];

export function isCrisisRole(value: unknown): value is CrisisRole {
  return typeof value === 'string' && (CRISIS_ROLES as readonly string[]).includes(value);
}
