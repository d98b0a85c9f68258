import { lazy, Suspense } from 'react';
import { loadAllTexts } from '../language/i18n.js';
import { useSession } from '../session/session.js';

const FactorsResetBanner = lazy(async () => {
  const [banner] = await Promise.all([import('./factors-reset-banner.js'), loadAllTexts()]);
  return banner;
});

/** Few people ever need the banner, so few load it. */
export function FactorsResetDoor() {
  const { factorsReset } = useSession();
  if (factorsReset === undefined) return null;
  return (
    <Suspense>
      <FactorsResetBanner reset={factorsReset} />
    </Suspense>
  );
}
