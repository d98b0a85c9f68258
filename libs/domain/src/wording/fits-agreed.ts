import { fillTemplate } from '../playbook/fill-template.js';
import type { AgreedVariant } from './agreed-wording.js';

/** What goes into a gap is a fact, a time, a name: not another text. */
export const MAX_GAP_LENGTH = 200;

/** Is this text the agreed one with its gaps filled, and nothing else? */
export function fitsAgreed(
  variant: Pick<AgreedVariant, 'text'>,
  values: Readonly<Record<string, string>>,
  text: string,
): boolean {
  const small = Object.values(values).every(
    (value) => value.length <= MAX_GAP_LENGTH && !/[\n\r{}]/.test(value),
  );
  if (!small) return false;
  const filled = fillTemplate(variant.text, values);
  return filled.missing.length === 0 && filled.text === text;
}
