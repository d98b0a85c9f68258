import { useLater } from '../app/use-later.js';
import { loadAllTexts } from '../language/i18n.js';
import { onDemand } from '../ui/on-demand.js';
import { useMuteNews } from './mute-news.js';

const MuteBanner = onDemand(async () => {
  const [{ MuteBanner }] = await Promise.all([import('./mute-banner.js'), loadAllTexts()]);
  return MuteBanner;
});

/** Mutes that end soon; fetched behind the first screen, which does not wait for it, or as soon as there is news. */
export function MuteBannerOnDemand() {
  const news = useMuteNews();
  const isLater = useLater();
  return isLater || news.heard > 0 ? <MuteBanner {...news} /> : null;
}
