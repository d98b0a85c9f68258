import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ALERT_STATES, IMPACTS, LEVELS, OUTLET_CHANNELS } from '@sturmwarte/domain';
import { readBacktestSearch } from '../backtest/backtest-search.js';
import { readMentionSearch } from '../mentions/mention-search.js';
import { PEOPLE_TABS } from '../people/people-tabs.js';
import { AGREED_FILTERS } from '../wordings/search-agreed.js';
import { WORDINGS_TABS } from '../wordings/wordings-tabs.js';
import { link, root, setup, signIn, watch } from './front-door.js';
import { idParam } from './id-param.js';
import { lazyPage } from './lazy-page.js';
import { PageProblem } from './page-problem.js';
import { readChoice, readId, readText, withoutGaps } from './search.js';

const board = createRoute({
  getParentRoute: () => watch,
  path: '/',
  component: lazyRouteComponent(() => import('../board/board.page.js'), 'BoardPage'),
});
const alerts = createRoute({
  getParentRoute: () => watch,
  path: '/alerts',
  validateSearch: (raw: Record<string, unknown>) =>
    withoutGaps({
      state: readChoice(raw, 'state', ['live', ...ALERT_STATES] as const),
      topic: readId(raw, 'topic'),
      level: readChoice(raw, 'level', LEVELS),
    }),
  component: lazyPage(() => import('../alerts/alerts.page.js'), 'AlertsPage'),
});
const alert = createRoute({
  getParentRoute: () => alerts,
  path: '$alertId',
  params: idParam('alertId'),
  component: lazyPage(() => import('../alerts/alert-detail.page.js'), 'AlertDetailPage'),
});

const incidentParams = idParam('incidentId');
const executive = createRoute({
  getParentRoute: () => watch,
  path: '/executive',
  component: lazyPage(() => import('../executive/executive.page.js'), 'ExecutivePage'),
});
const executiveIncident = createRoute({
  getParentRoute: () => watch,
  path: '/executive/$incidentId',
  params: incidentParams,
  component: lazyPage(
    () => import('../executive/executive-incident.page.js'),
    'ExecutiveIncidentPage',
  ),
});
const report = createRoute({
  getParentRoute: () => watch,
  path: '/incidents/$incidentId/report',
  params: incidentParams,
  component: lazyPage(() => import('../report/report.page.js'), 'ReportPage'),
});
const approvals = createRoute({
  getParentRoute: () => watch,
  path: '/approvals',
  validateSearch: (raw: Record<string, unknown>) => withoutGaps({ item: readText(raw, 'item') }),
  component: lazyPage(() => import('../approvals/approvals.page.js'), 'ApprovalsPage'),
});
const tasks = createRoute({
  getParentRoute: () => watch,
  path: '/tasks',
  component: lazyPage(() => import('../tasks/tasks.page.js'), 'TasksPage'),
});
const incidents = createRoute({
  getParentRoute: () => watch,
  path: '/incidents',
  validateSearch: (raw: Record<string, unknown>) =>
    withoutGaps({
      standing: readChoice(raw, 'standing', ['open', 'all-clear', 'merged'] as const),
      words: readText(raw, 'words'),
    }),
  component: lazyPage(() => import('../incidents/incidents.page.js'), 'IncidentsPage'),
});
const incident = createRoute({
  getParentRoute: () => watch,
  path: '/incidents/$incidentId',
  params: incidentParams,
  validateSearch: (raw: Record<string, unknown>) => withoutGaps({ entry: readId(raw, 'entry') }),
  component: lazyPage(() => import('../room/room.page.js'), 'RoomPage'),
});

const statement = createRoute({
  getParentRoute: () => watch,
  path: '/incidents/$incidentId/statements/$statementId',
  params: idParam('incidentId', 'statementId'),
  component: lazyPage(() => import('../statements/statement.page.js'), 'StatementPage'),
});

const playbooks = createRoute({
  getParentRoute: () => watch,
  path: '/playbooks',
  validateSearch: (raw: Record<string, unknown>) =>
    withoutGaps({
      words: readText(raw, 'words'),
      wind: readChoice(raw, 'wind', LEVELS),
      impact: readChoice(raw, 'impact', IMPACTS),
    }),
  component: lazyPage(() => import('../playbooks/playbooks.page.js'), 'PlaybooksPage'),
});
const playbook = createRoute({
  getParentRoute: () => watch,
  path: '/playbooks/$playbookId',
  component: lazyPage(() => import('../playbooks/playbook.page.js'), 'PlaybookPage'),
});
const wordings = createRoute({
  getParentRoute: () => watch,
  path: '/wordings',
  validateSearch: (raw: Record<string, unknown>) =>
    withoutGaps({
      tab: readChoice(raw, 'tab', WORDINGS_TABS),
      words: readText(raw, 'words'),
      brand: readId(raw, 'brand'),
      outlet: readChoice(raw, 'outlet', OUTLET_CHANNELS),
      standing: readChoice(raw, 'standing', AGREED_FILTERS),
    }),
  component: lazyPage(() => import('../wordings/wordings.page.js'), 'WordingsPage'),
});
const newWording = createRoute({
  getParentRoute: () => watch,
  path: '/wordings/new',
  component: lazyPage(() => import('../wordings/write.page.js'), 'NewWordingPage'),
});
const wording = createRoute({
  getParentRoute: () => watch,
  path: '/wordings/$wordingId',
  params: idParam('wordingId'),
  component: lazyPage(() => import('../wordings/wording.page.js'), 'WordingPage'),
});
const editWording = createRoute({
  getParentRoute: () => watch,
  path: '/wordings/$wordingId/edit',
  params: idParam('wordingId'),
  component: lazyPage(() => import('../wordings/write.page.js'), 'EditWordingPage'),
});
const mentions = createRoute({
  getParentRoute: () => watch,
  path: '/mentions',
  validateSearch: readMentionSearch,
  component: lazyPage(() => import('../mentions/mentions.page.js'), 'MentionsPage'),
});
const topics = createRoute({
  getParentRoute: () => watch,
  path: '/topics',
  component: lazyPage(() => import('../topics/topics.page.js'), 'TopicsPage'),
});
const newTopic = createRoute({
  getParentRoute: () => topics,
  path: 'new',
  component: lazyPage(() => import('../topics/new-topic.page.js'), 'NewTopicPage'),
});
const topic = createRoute({
  getParentRoute: () => topics,
  path: '$topicId',
  params: idParam('topicId'),
  component: lazyPage(() => import('../topics/topic.page.js'), 'TopicPage'),
});
const backtest = createRoute({
  getParentRoute: () => watch,
  path: '/topics/$topicId/backtest',
  params: idParam('topicId'),
  validateSearch: readBacktestSearch,
  component: lazyPage(() => import('../backtest/backtest.page.js'), 'BacktestPage'),
});

const mutes = createRoute({
  getParentRoute: () => watch,
  path: '/mutes',
  validateSearch: (raw: Record<string, unknown>) => withoutGaps({ mute: readId(raw, 'mute') }),
  component: lazyPage(() => import('../mutes/mutes.page.js'), 'MutesPage'),
});
const peaks = createRoute({
  getParentRoute: () => watch,
  path: '/peaks',
  component: lazyPage(() => import('../peaks/peaks.page.js'), 'PeaksPage'),
});
const sources = createRoute({
  getParentRoute: () => watch,
  path: '/sources',
  component: lazyPage(() => import('../sources/sources.page.js'), 'SourcesPage'),
});
const exits = createRoute({
  getParentRoute: () => watch,
  path: '/exits',
  component: lazyPage(() => import('../exits/exits.page.js'), 'ExitsPage'),
});
const sandbox = createRoute({
  getParentRoute: () => watch,
  path: '/sandbox',
  component: lazyPage(() => import('../sandbox/sandbox.page.js'), 'SandboxPage'),
});
const people = createRoute({
  getParentRoute: () => watch,
  path: '/people',
  validateSearch: (raw: Record<string, unknown>) =>
    withoutGaps({ tab: readChoice(raw, 'tab', PEOPLE_TABS) }),
  component: lazyPage(() => import('../people/people.page.js'), 'PeoplePage'),
});
const account = createRoute({
  getParentRoute: () => watch,
  path: '/account',
  component: lazyPage(() => import('../account/account.page.js'), 'AccountPage'),
});

const routes = root.addChildren([
  setup,
  signIn,
  link,
  watch.addChildren([
    board,
    alerts.addChildren([alert]),
    incidents,
    incident,
    statement,
    approvals,
    tasks,
    executive,
    executiveIncident,
    report,
    playbooks,
    playbook,
    wordings,
    newWording,
    wording,
    editWording,
    mentions,
    backtest,
    topics.addChildren([newTopic, topic]),
    mutes,
    peaks,
    sources,
    exits,
    sandbox,
    people,
    account,
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: PageProblem,
    scrollRestoration: true,
  });
}
export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
