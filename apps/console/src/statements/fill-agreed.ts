import {
  fillTemplate,
  isAgreed,
  variablesOf,
  type AgreedVariant,
  type AgreedWording,
} from '@sturmwarte/domain';
import type { FilledVariant } from './fill-variants.js';

export interface FilledAgreed extends FilledVariant {
  /** What the text came from; null while a gap is open: then it is a text like any other. */
  readonly agreed: {
    readonly id: number;
    readonly values: Readonly<Record<string, string>>;
  } | null;
}

/** The texts of an agreed wording that are valid now, with their gaps filled, and the gaps that are open. */
export function fillAgreed(
  wording: AgreedWording,
  at: string,
  valuesOf: (language: 'de' | 'en') => Readonly<Record<string, string>>,
): { readonly variants: readonly FilledAgreed[]; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const variants = wording.variants
    .filter((variant) => isAgreed(wording, variant, at))
    .map((variant): FilledAgreed => {
      const values = valuesFor(variant, valuesOf(variant.language));
      const filled = fillTemplate(variant.text, values);
      filled.missing.forEach((name) => missing.add(name));
      return {
        ...{ channel: variant.channel, language: variant.language, text: filled.text },
        agreed: filled.missing.length === 0 ? { id: wording.id, values } : null,
      };
    });
  return { variants, missing: [...missing] };
}

/** Only what the text has a gap for, on one line. */
function valuesFor(
  { text }: AgreedVariant,
  known: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    variablesOf(text).flatMap((name) => {
      const value = (known[name] ?? '').replace(/[\r\n]+/g, ' ').trim();
      return value === '' ? [] : [[name, value]];
    }),
  );
}
