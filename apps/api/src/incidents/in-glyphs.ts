import type { ReportPage } from '@sturmwarte/i18n';

/** Stands for a character the font does not know; part of the font itself. */
export const SUBSTITUTE = '□';
/** Joiners, variation selectors, direction marks, controls: they only shape what stands beside them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A page in characters its font can draw: an emoji, a sign of another script becomes one box each, never a gap or the
 * font's own rubbish. When there is any, the foot says what the boxes are.
 */
export function inGlyphs(
  page: ReportPage,
  has: (codePoint: number) => boolean,
  explanation: string,
): ReportPage {
  let replaced = false;
  const drawable = (character: string): string => {
    if (/^\s+$/u.test(character)) return character;
    const seen = [...character].filter((one) => !UNSEEN.test(one));
    if (seen.every((one) => has(one.codePointAt(0) ?? 0))) return seen.join('');
    replaced = true;
    return SUBSTITUTE;
  };
  const write = <T>(value: T): T => {
    if (typeof value === 'string') {
      const text = value.normalize('NFC');
      return Array.from(characters.segment(text), ({ segment }) => drawable(segment)).join('') as T;
    }
    if (Array.isArray(value)) return value.map(write) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, write(one as unknown)]),
    ) as T;
  };
  const shown = write(page);
  if (!replaced) return shown;
  const [proof, check] = shown.foot;
  return { ...shown, foot: [proof, `${check} · ${explanation}`] };
}
