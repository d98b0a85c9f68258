import { lazy } from 'react';
import { loadAllTexts } from '../language/i18n.js';

/** Pieces of a posting stop, fetched with what they say and wear when there is something to show. */
const withTexts = async <T,>(piece: Promise<T>): Promise<T> => {
  const styles = import('../ui/late.css');
  const [loaded] = await Promise.all([piece, loadAllTexts(), styles]);
  return loaded;
};

export const StopBannerOnDemand = lazy(async () => {
  const { StopBanner } = await withTexts(import('./stop-banner.js'));
  return { default: StopBanner };
});
export const StopDialogOnDemand = lazy(async () => {
  const { StopDialog } = await withTexts(import('./stop-dialog.js'));
  return { default: StopDialog };
});
