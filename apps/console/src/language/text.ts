import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

const NAMESPACES = [
  'app',
  'alerts',
  'approvals',
  'audit',
  'backtest',
  'board',
  'clocks',
  'drivers',
  'entry',
  'error',
  'executive',
  'exits',
  'incidents',
  'journal',
  'mentions',
  'mutes',
  'names',
  'outlook',
  'palette',
  'peaks',
  'people',
  'playbooks',
  'proof',
  'query',
  'release',
  'report',
  'room',
  'sources',
  'statements',
  'steps',
  'stop',
  'tasks',
  'topics',
  'wording',
] as const;

/** Turns a key like `board:calm.title` into the reader's language; unknown keys do not compile. */
export type Text = TFunction<typeof NAMESPACES>;

export function useText(): Text {
  return useTranslation(NAMESPACES).t;
}
