import { lazy, Suspense } from 'react';
import { useLater } from '../app/use-later.js';
import { loadAllTexts } from '../language/i18n.js';

const MuteBanner = lazy(async () => {
  const [{ MuteBanner }] = await Promise.all([import('./mute-banner.js'), loadAllTexts()]);
  return { default: MuteBanner };
});

/** Mutes that end soon; fetched behind the first screen, which does not wait for it. */
export function MuteBannerOnDemand() {
  const isLater = useLater();
  return <Suspense>{isLater ? <MuteBanner /> : null}</Suspense>;
}
