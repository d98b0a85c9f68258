import type { EnglishTexts } from '@sturmwarte/i18n';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof EnglishTexts;
  }
}
