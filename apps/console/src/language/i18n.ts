import { pickLanguage, TEXT_LANGUAGES, type TextLanguage } from '@sturmwarte/i18n';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { remember, remembered } from '../ui/remembered.js';

// Each language is its own chunk: nobody loads both before asking for both.
const LOAD: Record<TextLanguage, () => Promise<Record<string, object>>> = {
  en: async () => (await import('@sturmwarte/i18n/en')).en,
  de: async () => (await import('@sturmwarte/i18n/de')).de,
};

/** Starts in the language chosen before, else the browser's. */
export async function startLanguage(): Promise<void> {
  const language = chosenLanguage();
  const texts = await LOAD[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(texts),
    defaultNS: 'app',
    resources: { [language]: texts },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  document.documentElement.lang = language;
}

/** Switches every text on the page and remembers the choice in this browser. */
export async function speak(language: TextLanguage): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'app')) {
    for (const [name, texts] of Object.entries(await LOAD[language]())) {
      i18next.addResourceBundle(language, name, texts);
    }
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  remember('language', language);
}

export function spokenLanguage(): TextLanguage {
  return i18next.language === 'en' ? 'en' : 'de';
}

function chosenLanguage(): TextLanguage {
  const before = TEXT_LANGUAGES.find((language) => language === remembered('language'));
  return before ?? pickLanguage(navigator.languages);
}
