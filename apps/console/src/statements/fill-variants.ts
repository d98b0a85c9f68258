import { fillTemplate, type OutletChannel, type Template } from '@sturmwarte/domain';

export interface FilledVariant {
  readonly channel: OutletChannel;
  readonly language: 'de' | 'en';
  readonly text: string;
}

type Values = Readonly<Record<string, string>>;

/**
 * The texts of a statement from templates, one per channel and language, and the gaps nobody has filled; those stay
 * visible in the text, in braces.
 */
export function fillVariants(
  templates: readonly Template[],
  languages: readonly ('de' | 'en')[],
  valuesOf: (language: 'de' | 'en') => Values,
): { readonly variants: readonly FilledVariant[]; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const variants = new Map<string, FilledVariant>();
  for (const language of languages) {
    const values = valuesOf(language);
    for (const { channels, body } of templates) {
      const filled = fillTemplate(body[language].trim(), values);
      filled.missing.forEach((name) => missing.add(name));
      for (const channel of channels) {
        // Two templates for one channel: the first speaks.
        const key = `${channel}-${language}`;
        if (!variants.has(key)) variants.set(key, { channel, language, text: filled.text });
      }
    }
  }
  return { variants: [...variants.values()], missing: [...missing] };
}
