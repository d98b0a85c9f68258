import { lazy, Suspense } from 'react';
import { loadAllTexts } from '../language/i18n.js';

const StopBanner = lazy(async () => {
  const [{ StopBanner }] = await Promise.all([import('./stop-banner.js'), loadAllTexts()]);
  return { default: StopBanner };
});

/** The banner of a posting stop; fetched behind the first screen, which does not wait for it. */
export function StopBannerOnDemand() {
  return (
    <Suspense>
      <StopBanner />
    </Suspense>
  );
}
