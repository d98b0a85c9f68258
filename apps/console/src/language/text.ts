import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

const NAMESPACES = [
  'app',
  'alerts',
  'audit',
  'board',
  'entry',
  'error',
  'executive',
  'mentions',
  'names',
  'people',
  'query',
  'report',
  'sources',
  'tasks',
  'topics',
] as const;

/** Turns a key like `board:calm.title` into the reader's language; unknown keys do not compile. */
export type Text = TFunction<typeof NAMESPACES>;

export function useText(): Text {
  return useTranslation(NAMESPACES).t;
}
