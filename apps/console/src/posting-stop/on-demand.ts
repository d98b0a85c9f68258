import { loadAllTexts } from '../language/i18n.js';
import { onDemand } from '../ui/on-demand.js';

/** Pieces of a posting stop, fetched with what they say and wear when there is something to show. */
const withTexts = async <T>(piece: Promise<T>): Promise<T> => {
  const styles = import('../ui/late.css');
  const [loaded] = await Promise.all([piece, loadAllTexts(), styles]);
  return loaded;
};

export const StopBannerOnDemand = onDemand(
  async () => (await withTexts(import('./stop-banner.js'))).StopBanner,
);
export const StopDialogOnDemand = onDemand(
  async () => (await withTexts(import('./stop-dialog.js'))).StopDialog,
);
