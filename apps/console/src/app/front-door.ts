import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../session/session.queries.js';
import { lazyPage } from './lazy-page.js';
import { NotFoundPage, PageProblem } from './page-problem.js';
import { readChoice, readId, readText, withoutGaps } from './search.js';

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: NotFoundPage,
  errorComponent: PageProblem,
});

export const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyPage(() => import('../entry/setup.page.js'), 'SetupPage'),
});
export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>) =>
    withoutGaps({
      next: readText(raw, 'next'),
      why: readChoice(raw, 'why', ['ended', 'signed-out'] as const),
    }),
  component: lazyPage(() => import('../entry/sign-in.page.js'), 'SignInPage'),
});
export const link = createRoute({
  getParentRoute: () => root,
  path: '/link/$token',
  component: lazyPage(() => import('../entry/link.page.js'), 'LinkPage'),
});

/** Everything behind the door: needs a session, shows one space (`?space=`). */
export const watch = createRoute({
  getParentRoute: () => root,
  id: 'watch',
  validateSearch: (raw: Record<string, unknown>) => withoutGaps({ space: readId(raw, 'space') }),
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) {
      const next = location.href === '/' ? {} : { next: location.href };
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to say "go there"
      throw redirect({ to: '/sign-in', search: next });
    }
  },
  component: lazyRouteComponent(() => import('./shell.js'), 'Shell'),
  errorComponent: PageProblem,
});
