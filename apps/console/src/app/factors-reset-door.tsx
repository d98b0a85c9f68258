import { loadAllTexts } from '../language/i18n.js';
import { useSession } from '../session/session.js';
import { onDemand } from '../ui/on-demand.js';

const FactorsResetBanner = onDemand(async () => {
  const [banner] = await Promise.all([import('./factors-reset-banner.js'), loadAllTexts()]);
  return banner.default;
});

/** Few people ever need the banner, so few load it. */
export function FactorsResetDoor() {
  const { factorsReset } = useSession();
  return factorsReset === undefined ? null : <FactorsResetBanner reset={factorsReset} />;
}
