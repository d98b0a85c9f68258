import { pickLanguage, TEXT_LANGUAGES, type TextLanguage } from '@sturmwarte/i18n';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { serverAnswers } from '../api/server-answers.js';
import { remember, remembered } from '../ui/remembered.js';

type Part = 'first' | 'rest';
type Load = () => Promise<Record<string, object>>;

// Each language, and of each what the first screen does not say, is its own chunk: nobody loads what is not shown.
const LOAD: Record<TextLanguage, Record<Part, Load>> = {
  en: {
    first: async () => (await import('@sturmwarte/i18n/en/first')).first,
    rest: async () => (await import('@sturmwarte/i18n/en/rest')).rest,
  },
  de: {
    first: async () => (await import('@sturmwarte/i18n/de/first')).first,
    rest: async () => (await import('@sturmwarte/i18n/de/rest')).rest,
  },
};
/** Any namespace of the rest shows whether it is loaded. */
const SIGN: Record<Part, string> = { first: 'app', rest: 'topics' };

/** Starts in the language chosen before, else the browser's. */
export async function startLanguage(): Promise<void> {
  const language = chosenLanguage();
  const texts = await LOAD[language].first();
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

/** What the pages behind the first screen say; they wait for it. */
export async function loadAllTexts(): Promise<void> {
  await load(spokenLanguage(), 'rest');
}

/** Switches every text on the page and remembers the choice in this browser. */
export async function speak(language: TextLanguage): Promise<void> {
  await Promise.all([load(language, 'first'), load(language, 'rest')]);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  remember('language', language);
}

export function spokenLanguage(): TextLanguage {
  return i18next.language === 'en' ? 'en' : 'de';
}

async function load(language: TextLanguage, part: Part): Promise<void> {
  if (i18next.hasResourceBundle(language, SIGN[part])) return;
  await serverAnswers();
  for (const [name, texts] of Object.entries(await LOAD[language][part]())) {
    i18next.addResourceBundle(language, name, texts);
  }
}

function chosenLanguage(): TextLanguage {
  const before = TEXT_LANGUAGES.find((language) => language === remembered('language'));
  return before ?? pickLanguage(navigator.languages);
}
