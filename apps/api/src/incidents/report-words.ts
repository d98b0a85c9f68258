import { legalClockRule } from '@sturmwarte/clock';
import { createFormat, type Say, type TextLanguage } from '@sturmwarte/i18n';
import { de } from '@sturmwarte/i18n/de';
import { en } from '@sturmwarte/i18n/en';
import i18next from 'i18next';

const texts = i18next.createInstance();
void texts.init({
  initAsync: false, // everything is at hand
  lng: 'de',
  fallbackLng: false,
  ns: ['names', 'report'],
  resources: {
    de: { names: de.names, report: de.report },
    en: { names: en.names, report: en.report },
  },
  interpolation: { escapeValue: false }, // nothing here is read as markup
});

/** What a report needs to speak a language. */
export function reportWords(language: TextLanguage) {
  const t = texts.getFixedT(language);
  const say: Say = (key, facts) => t(key, facts ?? {});
  return {
    say,
    format: createFormat(language),
    clockTitle: (id: Parameters<typeof legalClockRule>[0], stage: string | null) => {
      const rule = legalClockRule(id);
      return rule.stages.find((one) => one.id === stage)?.title ?? rule.title;
    },
  };
}
