/** The languages the house speaks. */
export const TEXT_LANGUAGES = ['de', 'en'] as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** First language of a list of preferences (`navigator.languages`, Accept-Language) that we speak, else German. */
export function pickLanguage(preferences: readonly string[]): TextLanguage {
  for (const preference of preferences) {
    const short = preference.slice(0, 2).toLowerCase();
    const known = TEXT_LANGUAGES.find((language) => language === short);
    if (known) return known;
  }
  return 'de';
}
