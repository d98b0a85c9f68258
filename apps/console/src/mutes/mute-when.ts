import type { MuteView } from '@sturmwarte/contracts';
import type { Format } from '@sturmwarte/i18n';
import type { Text } from '../language/text.js';
import { isPlanned } from './is-planned.js';

/** From when, until when, how long still; or how it ended. */
export function muteWhen(mute: MuteView, now: number, t: Text, format: Format): string {
  const { from, until, endedAt, endedBy } = mute;
  if (endedBy !== null) {
    return t('mutes:endedBy', { name: endedBy.name, time: format.moment(endedAt ?? until, now) });
  }
  if (endedAt !== null || Date.parse(until) <= now) {
    return t('mutes:endedItself', { time: format.moment(until, now) });
  }
  const end = t('mutes:until', { time: format.moment(until, now) });
  if (isPlanned({ from }, now)) {
    return `${t('mutes:from', { time: format.moment(from, now) })} ${end}`;
  }
  return `${end} · ${t('mutes:left', { time: format.age(Date.parse(until) - now) })}`;
}
