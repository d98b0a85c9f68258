import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import type { SessionView } from '@sturmwarte/contracts';
import { DomainError, ERROR_STATUS, type Grant } from '@sturmwarte/domain';
import { de } from '@sturmwarte/i18n/de';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { KeyboardProvider } from '../keyboard/keyboard.js';
import { LiveClient } from '../live/live-client.js';
import { LiveContext } from '../live/live-context.js';
import { sessionQuery } from '../session/session.queries.js';
import { Announcer } from '../ui/announcer.js';
import { HandTimers, LiveServer } from './live-server.js';

/** Answers requests by "METHOD /path below /api/v1"; throw a `DomainError` to refuse. */
export type Answers = Readonly<Record<string, (body: unknown) => unknown>>;

const everybody: readonly Grant[] = [
  { role: 'lead', brandId: null },
  { role: 'community', brandId: null },
];

function aSession(grants: readonly Grant[]): SessionView {
  const person = { id: 1, name: 'Öztürk', email: 'oe@example.org', language: 'de' } as const;
  return {
    csrf: 'secret',
    person: { ...person, grants, active: true, lastSignInAt: null, joined: true },
  };
}

/** Puts a component on a German page with a signed-in person, a live wire and a server that answers as told. */
export async function onAPage(
  content: ReactNode,
  { grants = everybody, answers = {} }: { grants?: readonly Grant[]; answers?: Answers } = {},
) {
  await startPage(answers);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queryClient.setQueryData(sessionQuery.queryKey, aSession(grants));
  const timers = new HandTimers();
  const server = new LiveServer(timers);
  const live = new LiveClient(server.transport(), timers);
  notifications.clean();
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: '$', component: () => content });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await act(async () => {
    render(
      <QueryClientProvider client={queryClient}>
        <MantineProvider env="test">
          <Notifications />
          <Announcer>
            <LiveContext value={live}>
              <KeyboardProvider>
                <RouterProvider router={router as never} />
              </KeyboardProvider>
            </LiveContext>
          </Announcer>
        </MantineProvider>
      </QueryClientProvider>,
    );
    await router.load();
  });
  return { queryClient, server, live, timers };
}

async function startPage(answers: Answers): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: 'de',
      ns: Object.keys(de),
      defaultNS: 'app',
      resources: { de: de },
      interpolation: { escapeValue: false },
    });
  }
  // What the page needs of a browser and jsdom does not have.
  const silent = { addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.defineProperty(document, 'fonts', { configurable: true, value: silent });
  Element.prototype.scrollIntoView = () => undefined;
  Object.assign(window, {
    matchMedia: () => ({ ...silent, matches: false }),
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
    scrollTo: () => undefined,
    fetch: (url: string, init: RequestInit) => answerTo(answers, url, init),
  });
}

async function answerTo(answers: Answers, url: string, init: RequestInit) {
  const path = url.replace('/api/v1', '').split('?')[0] ?? '';
  const answer = answers[`${init.method ?? 'GET'} ${path}`];
  const reply = (status: number, body: unknown) => ({
    ok: status < 300,
    status,
    text: async () => JSON.stringify(body),
  });
  if (!answer) return reply(404, { code: 'not-found', params: {}, traceId: 't' });
  try {
    const sent: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    return reply(200, await answer(sent));
  } catch (refusal) {
    if (!(refusal instanceof DomainError)) throw refusal;
    const { code, params } = refusal;
    return reply(ERROR_STATUS[code], { code, params, traceId: 't' });
  }
}
