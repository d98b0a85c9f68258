import { LEGAL_CLOCK_IDS, type LegalClockId } from '@sturmwarte/domain';
import type { LegalClockRule } from './legal-clock-rule.js';
import { food, gpsr20, gpsr9, mar17 } from './rules/market-and-product.js';
import { dsgvo33, dsgvo34, hinschg } from './rules/privacy.js';
import { bgb626, ev, gegen, straf } from './rules/remedies.js';
import { cra, dora, nis2 } from './rules/security.js';

const RULES: Readonly<Record<LegalClockId, LegalClockRule>> = {
  'DSGVO-33': dsgvo33,
  'DSGVO-34': dsgvo34,
  NIS2: nis2,
  DORA: dora,
  'MAR-17': mar17,
  'GPSR-9': gpsr9,
  'GPSR-20': gpsr20,
  FOOD: food,
  EV: ev,
  GEGEN: gegen,
  STRAF: straf,
  'BGB-626': bgb626,
  HINSCHG: hinschg,
  CRA: cra,
};

/** Every legal clock the house knows, in the order of their names in the domain. */
export const LEGAL_CLOCK_RULES: readonly LegalClockRule[] = LEGAL_CLOCK_IDS.map((id) => RULES[id]);

export function legalClockRule(id: LegalClockId): LegalClockRule {
  return RULES[id];
}
