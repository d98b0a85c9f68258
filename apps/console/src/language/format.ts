import { createFormat, type Format, type TextLanguage } from '@sturmwarte/i18n';
import { useTranslation } from 'react-i18next';

const formats: Record<TextLanguage, Format> = { de: createFormat('de'), en: createFormat('en') };

/** Numbers and times as the reader writes them, in the house's zone. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? formats.en : formats.de;
}
