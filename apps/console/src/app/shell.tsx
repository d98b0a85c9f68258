import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatchRoute, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useText } from '../language/text.js';
import { AlarmWatch } from '../alarm/alarm-watch.js';
import { AllClearNotice } from '../executive/all-clear-notice.js';
import { KeyboardProvider, useKeys, type KeyMap } from '../keyboard/keyboard.js';
import { browserTimers } from '../live/browser-timers.js';
import { LiveClient } from '../live/live-client.js';
import { LiveContext } from '../live/live-context.js';
import { socketTransport } from '../live/socket-transport.js';
import { MuteBannerOnDemand } from '../mutes/mute-banner-on-demand.js';
import { ProofDesk } from '../proof/proof-desk.js';
import { PostingStops } from '../posting-stop/posting-stops.js';
import { OfflineTicks } from '../offline/offline-ticks.js';
import { useSpaceId } from '../spaces/use-space.js';
import { onDemand } from '../ui/on-demand.js';
import { Skeleton } from '../ui/skeleton.js';
import { BottomBar, NavigationRail } from './navigation.js';
import { keepFresh } from './live-cache.js';
import { FactorsResetDoor } from './factors-reset-door.js';
import { LostBanner } from './lost-banner.js';
import { PAGES } from './pages.js';
import { PauseProvider, usePause } from './pause.js';
import classes from './shell.module.css';
import { SpaceBanner } from './space-banner.js';
import { TopStrip } from './top-strip.js';
import { useFetchAhead } from './use-fetch-ahead.js';

const KeyboardHelp = onDemand(
  async () => (await import('../keyboard/keyboard-help.js')).KeyboardHelp,
);

/** Everything around a page: the strip, the navigation, the live wire, alarms and keys. */
export function Shell() {
  const queryClient = useQueryClient();
  const [live] = useState(() => new LiveClient(socketTransport(), browserTimers));
  const spaceId = useSpaceId();
  useEffect(() => {
    const stopListening = live.listen(keepFresh(queryClient));
    live.start();
    return () => {
      stopListening();
      live.stop();
    };
  }, [live, queryClient]);
  const mentions = useMatchRoute()({ to: '/mentions' }) !== false;
  useEffect(() => live.watch({ spaceId, mentions }), [live, spaceId, mentions]);
  return (
    <LiveContext value={live}>
      <KeyboardProvider>
        <PauseProvider>
          <Frame />
        </PauseProvider>
      </KeyboardProvider>
    </LiveContext>
  );
}

function Frame() {
  const t = useText();
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  const pause = usePause();
  useFetchAhead();
  const keepSpace = ({ space }: { space?: number }) => (space === undefined ? {} : { space });
  const go = PAGES.map(({ key, to }) => [
    `g ${key}`,
    () => void navigate({ to, search: keepSpace as never }),
  ]);
  useKeys({
    ...(Object.fromEntries(go) as KeyMap),
    '?': () => setHelp(true),
    '.': pause.toggle,
  });
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t('app:skip')}
      </a>
      <TopStrip onHelp={() => setHelp(true)} />
      <NavigationRail />
      <main id="content" className={classes.main} tabIndex={-1}>
        <SpaceBanner />
        <LostBanner />
        <FactorsResetDoor />
        <PostingStops />
        <MuteBannerOnDemand />
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar />
      <AlarmWatch />
      <AllClearNotice />
      <ProofDesk />
      <OfflineTicks />
      {help ? <KeyboardHelp opened onClose={() => setHelp(false)} /> : null}
    </div>
  );
}
