import { useLater } from '../app/use-later.js';
import { loadAllTexts } from '../language/i18n.js';
import { onDemand } from '../ui/on-demand.js';

const MuteMark = onDemand(async () => {
  const [{ MuteMark }] = await Promise.all([import('./mute-mark.js'), loadAllTexts()]);
  return MuteMark;
});
const MutedCount = onDemand(async () => {
  const [{ MutedCount }] = await Promise.all([import('./muted-count.js'), loadAllTexts()]);
  return MutedCount;
});

/** Marks of muted topics, fetched behind the first screen, which does not wait for them. */
export function MuteMarkOnDemand(topic: { topicId: number; name: string }) {
  return useLater() ? <MuteMark {...topic} /> : null;
}

export function MutedCountOnDemand(topics: { topicIds: readonly number[] }) {
  return useLater() ? <MutedCount {...topics} /> : null;
}
