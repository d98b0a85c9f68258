// The page on which `npm run bench -- first-screen` draws our real chart and our real list; no part of the product.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { MentionView, SessionView } from '@sturmwarte/contracts';
import { useSyncExternalStore, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import '../src/ui/mantine.css';
import '../src/ui/tokens.css';
import type { Course } from '../src/alerts/course.js';
import { CurveChart } from '../src/alerts/curve-chart.js';
import { loadAllTexts, startLanguage } from '../src/language/i18n.js';
import { browserTimers } from '../src/live/browser-timers.js';
import { LiveClient } from '../src/live/live-client.js';
import { LiveContext } from '../src/live/live-context.js';
import { socketTransport } from '../src/live/socket-transport.js';
import { MentionList } from '../src/mentions/mention-list.js';
import { MentionRow } from '../src/mentions/mention-row.js';
import { MentionStream, type StreamState } from '../src/mentions/mention-stream.js';
import { sessionQuery } from '../src/session/session.queries.js';
import { spacesQuery } from '../src/spaces/spaces.queries.js';

const MINUTE_S = 60;
const NAMES = { topics: new Map([[1, 'Nordlicht']]), sources: new Map([[1, 'Netz']]) };
const START = Date.parse('2026-11-22T08:00:00Z');

/** Somebody who may do with a mention what can be done with one: that much is drawn. */
const NINA: SessionView = {
  csrf: '',
  person: {
    ...{ id: 1, name: 'Nina', email: 'nina@example.org', language: 'de' },
    grants: [{ role: 'lead', brandId: null }],
    ...{ active: true, lastSignInAt: null, joined: true },
  },
};

/** A wave with noise, `shift` minutes further on. */
function course(points: number, shift: number): Course {
  const at = Array.from({ length: points }, (_, n) => n + shift);
  const wave = (n: number): number => 20 + 15 * Math.sin(n / 300) + ((n * 7_919) % 13);
  return {
    minutes: at.map((n) => START / 1_000 + n * MINUTE_S),
    negative: at.map(wave),
    total: at.map((n) => 3 * wave(n)),
    expected: at.map((n) => 18 + 10 * Math.sin(n / 300)),
    upper: at.map((n) => 26 + 12 * Math.sin(n / 300)),
    threshold: at.map(() => 48),
    alarmAt: null,
    ahead: [],
  };
}

function mention(n: number): MentionView {
  const at = new Date(START - n * 1_000).toISOString();
  return {
    id: String(n),
    spaceId: 1,
    sourceId: 1,
    kind: 'post',
    channel: 'forum',
    outletTier: 'none',
    outlet: null,
    url: `https://example.org/${n}`,
    author: `K7F3-${n % 1_000}`,
    followers: n % 5_000,
    title: null,
    text: `Der Akku von meinem Nordlicht wird beim Laden heiß, Meldung ${n}. Wer kennt das noch?`,
    lang: 'de',
    publishedAt: at,
    observedAt: at,
    receivedAt: at,
    metrics: null,
    rating: null,
    topics: [1],
    negative: 700,
    polarity: 'negative',
    judgedBy: 'lexicon',
    spans: [],
    repostOf: null,
    reposts: 0,
  };
}

function stateOf(mentions: readonly MentionView[]): StreamState {
  const none = { waiting: 0, waitingMore: false, problem: null, stale: false } as const;
  return { phase: 'ready', mentions, older: 'end', ...none };
}

/** What stands on the page, put there from outside. */
const stage = {
  content: null as ReactNode,
  changed: (): void => undefined,
  show(content: ReactNode): void {
    stage.content = content;
    flushSync(() => stage.changed());
  },
  subscribe: (changed: () => void): (() => void) => {
    stage.changed = changed;
    return () => undefined;
  },
  snapshot: (): ReactNode => stage.content,
};

function Stage() {
  return useSyncExternalStore(stage.subscribe, stage.snapshot);
}

async function start(root: Root): Promise<void> {
  await startLanguage();
  await loadAllTexts();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQuery.queryKey, NINA);
  client.setQueryData(spacesQuery.queryKey, []);
  const live = new LiveClient(socketTransport(), browserTimers);
  const router = createRouter({
    routeTree: createRootRoute({ component: Stage }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  root.render(
    <QueryClientProvider client={client}>
      <MantineProvider deduplicateCssVariables={false}>
        <LiveContext value={live}>
          <RouterProvider router={router as never} />
        </LiveContext>
      </MantineProvider>
    </QueryClientProvider>,
  );
  await router.load();
}

const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** The same each time, or the chart would begin anew. */
const NO_PEAKS = [] as const;

const drawing = {
  course,
  painted,
  /** Our chart of so many points, as it is after so many updates. */
  async chart(points: number, shift: number): Promise<void> {
    stage.show(<CurveChart course={course(points, shift)} peaks={NO_PEAKS} />);
    await painted();
  },
  prepareList(count: number): void {
    this.mentions = Array.from({ length: count }, (_, n) => mention(n));
  },
  mentions: [] as MentionView[],
  async virtual(): Promise<number> {
    const stream = new MentionStream(async () => ({ mentions: [], next: null }), browserTimers);
    const from = performance.now();
    stage.show(
      <MentionList
        stream={stream}
        state={stateOf(this.mentions)}
        names={NAMES}
        onFocusInside={() => undefined}
      />,
    );
    await painted();
    return performance.now() - from;
  },
  async plain(): Promise<number> {
    const from = performance.now();
    stage.show(
      this.mentions.map((one) => (
        <MentionRow key={one.id} mention={one} names={NAMES} today={START} />
      )),
    );
    await painted();
    return performance.now() - from;
  },
  async clear(): Promise<void> {
    stage.show(null);
    await painted();
  },
};
export type Drawing = typeof drawing;

const place = document.getElementById('root');
if (place === null) throw new Error('the page has no place to draw');
await start(createRoot(place));
Object.assign(window, { drawing });
