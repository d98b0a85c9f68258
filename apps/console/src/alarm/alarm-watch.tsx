import { useQuery } from '@tanstack/react-query';
import type { AlertView } from '@sturmwarte/contracts';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
import { useEffect, useRef } from 'react';
import { useText } from '../language/text.js';
import { openAlarmsQuery, openAlertsQuery } from '../alerts/alerts.queries.js';
import { useLive } from '../live/live-context.js';
import { useSpace, useSpaceId } from '../spaces/use-space.js';
import { useAnnounce } from '../ui/announcer.js';
import { alarmSound } from './alarm-sound.js';
import { isRinging, ringOf, strongest, tabTitle } from './ringing.js';
import { markTab } from './tab-mark.js';

const LOUD_FROM = 4;

/** Makes alarms heard, read out and seen from other tabs. Draws nothing. */
export function AlarmWatch() {
  useTabMark();
  useVoice();
  useUnlockByFirstClick();
  return null;
}

/** Live alarms first; while none waits, those of the drill on screen, marked as such. */
function useTabMark(): void {
  const t = useText();
  const space = useSpace();
  const live = useQuery(openAlarmsQuery).data;
  const watched = useQuery(openAlertsQuery(space?.id ?? LIVE_SPACE_ID)).data;
  useEffect(() => {
    const house = t('app:name');
    const real = (live ?? []).filter(isRinging);
    const played = (watched ?? []).filter(isRinging);
    const isDrill = real.length === 0 && space !== null && space.kind !== 'live';
    const shown = isDrill ? played : real;
    const name = isDrill ? `${t(`names:spaceKind.${space.kind}`)} · ${house}` : house;
    document.title = tabTitle(shown, name);
    markTab(strongest(shown), shown.length, real.length);
    return () => {
      document.title = house;
      markTab(0, 0, 0);
    };
  }, [live, watched, space, t]);
}

/** Rings for the live space always, for a drill while one is looking at it. */
function useVoice(): void {
  const t = useText();
  const live = useLive();
  const announce = useAnnounce();
  const watched = useSpaceId();
  const known = useRef(new Map<number, AlertView>());
  const real = useQuery(openAlarmsQuery).data;
  const played = useQuery(openAlertsQuery(watched)).data;
  useEffect(() => {
    for (const alert of [...(real ?? []), ...(played ?? [])]) {
      const old = known.current.get(alert.id);
      if (!old || old.version < alert.version) known.current.set(alert.id, alert);
    }
  }, [real, played]);
  useEffect(() => {
    return live.listen({
      message: ({ body }) => {
        if (body.type !== 'alert') return;
        const { alert } = body;
        if (alert.spaceId !== LIVE_SPACE_ID && alert.spaceId !== watched) return;
        const old = known.current.get(alert.id);
        known.current.set(alert.id, alert);
        const level = ringOf(old, alert);
        const name = t(`names:level.${alert.level}`);
        if (level !== null) {
          alarmSound.ring(level);
          const sentence = old ? 'app:announce.raisedTo' : 'app:announce.alarm';
          announce(
            t(sentence, { level, name, topic: alert.topicName }),
            level >= LOUD_FROM ? 'assertive' : 'polite',
          );
        } else if (old?.state === 'open' && alert.state === 'acknowledged') {
          const by = alert.acknowledgedBy?.name ?? '';
          announce(t('app:announce.acknowledged', { topic: alert.topicName, by }));
        } else if (old && old.state !== 'closed' && alert.state === 'closed') {
          announce(t('app:announce.closed', { topic: alert.topicName }));
        }
      },
    });
  }, [live, announce, watched, t]);
}

/** Any click on the page is the click the browser waits for. */
function useUnlockByFirstClick(): void {
  useEffect(() => {
    const unlock = (): void => {
      if (alarmSound.state() === 'locked') void alarmSound.unlock();
    };
    window.addEventListener('pointerdown', unlock);
    window.addEventListener('keydown', unlock);
    return () => {
      window.removeEventListener('pointerdown', unlock);
      window.removeEventListener('keydown', unlock);
    };
  }, []);
}
