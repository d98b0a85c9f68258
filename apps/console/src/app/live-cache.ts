import type { QueryClient } from '@tanstack/react-query';
import type {
  AlertDetail,
  AlertView,
  Board,
  LiveMessage,
  Pulse,
  SessionView,
  SourceView,
} from '@sturmwarte/contracts';
import type { Space } from '@sturmwarte/domain';
import { applyToBoard, applyToList, type AlertFilter } from '../alerts/apply-alert.js';
import { applyPulse } from '../board/apply-pulse.js';
import { incidentFollower, takeAlong } from '../incidents/catch-up-incident.js';
import type { LiveListener } from '../live/live-client.js';
import { sessionQuery } from '../session/session.queries.js';
import { readAgain, readAnew } from './read-again.js';

const DETAIL_EVERY_MS = 1_000;

/** Everything the wire says goes into the one cache of what the server said; pages only read the cache. */
export function keepFresh(client: QueryClient): LiveListener {
  const detail = refetchDetails(client);
  const follow = incidentFollower(client);
  return {
    message: (message) => {
      applyMessage(client, message);
      if (message.body.type === 'alert') detail(message.body.alert.id);
      if (message.body.type === 'incident') follow(message.body.incidentId, message.body.seq);
    },
    entries: ({ incidentId, entries }) => takeAlong(client, incidentId, entries),
    pulse: (pulse) => applyToBoards(client, pulse),
    stale: () => readAnew(client, { predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
    refused: () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  };
}

function applyMessage(client: QueryClient, { body }: LiveMessage): void {
  switch (body.type) {
    case 'alert':
      putAlert(client, body.alert);
      // How it was closed says what it was.
      if (body.alert.state === 'closed') readLooksBack(client, body.alert.topicId);
      return;
    case 'incident': // followed by number
      return;
    case 'posting':
      readAnew(client, { queryKey: ['posting', body.brandId] });
      return;
    case 'topics':
      readAnew(client, { queryKey: ['topics'] });
      readAnew(client, { queryKey: ['board', body.spaceId] });
      return;
    case 'labels':
      readLooksBack(client, body.topicId);
      return;
    case 'peaks':
      readAnew(client, { queryKey: ['backtest'] });
      readAnew(client, { queryKey: ['peaks'] });
      readAnew(client, { queryKey: ['topic-curve'] });
      return;
    case 'mute':
      readAnew(client, { queryKey: ['mutes'] });
      readAnew(client, { queryKey: ['mute', body.muteId] });
      return;
    case 'source':
      if (body.health === null) {
        readAnew(client, { queryKey: ['sources'] });
        return;
      }
      patchSources(client, body.sourceId, body.health);
      return;
    case 'space':
      putSpace(client, body.space);
      return;
    case 'wordings':
      readAnew(client, { queryKey: ['agreed-wordings'] });
      readAnew(client, { queryKey: ['house-wording'] });
      return;
    case 'rights': {
      const me = client.getQueryData<SessionView | null>(sessionQuery.queryKey);
      readAnew(client, { queryKey: ['people'] });
      if (me?.person.id === body.personId) readAnew(client, {});
      return;
    }
  }
}

/** Looks back at a topic are held against what people say of its past. */
function readLooksBack(client: QueryClient, topicId: number): void {
  readAnew(client, { queryKey: ['backtest', topicId] });
  readAnew(client, { queryKey: ['sensitivity-proposal', topicId] });
}

/** Puts one alert wherever it shows: lists, board, detail. */
export function putAlert(client: QueryClient, alert: AlertView): void {
  const places = [['alerts'], ['board', alert.spaceId], ['alert', alert.id]];
  for (const queryKey of places) readAgain(client, { queryKey });
  for (const [key, list] of client.getQueriesData<readonly AlertView[]>({ queryKey: ['alerts'] })) {
    if (list) client.setQueryData(key, applyToList(list, key[1] as AlertFilter, alert));
  }
  client.setQueryData<Board>(['board', alert.spaceId], (board) =>
    board ? applyToBoard(board, alert) : board,
  );
  client.setQueryData<AlertDetail>(['alert', alert.id], (detail) =>
    detail && detail.alert.version <= alert.version ? { ...detail, alert } : detail,
  );
}

function putSpace(client: QueryClient, space: Space): void {
  readAgain(client, { queryKey: ['spaces'] });
  client.setQueryData<readonly Space[]>(['spaces'], (spaces) =>
    spaces ? [...spaces.filter((other) => other.id !== space.id), space] : spaces,
  );
}

function patchSources(client: QueryClient, sourceId: number, health: SourceView['health']): void {
  readAgain(client, { queryKey: ['sources'] });
  client.setQueriesData<readonly SourceView[]>({ queryKey: ['sources'] }, (sources) =>
    sources?.map((source) => (source.id === sourceId ? { ...source, health } : source)),
  );
}

function applyToBoards(client: QueryClient, pulse: Pulse): void {
  const key = ['board', pulse.spaceId];
  const before = client.getQueryData<Board>(key);
  if (!before) return;
  const { board, unknown } = applyPulse(before, pulse);
  client.setQueryData(key, board);
  if (unknown) void client.invalidateQueries({ queryKey: key });
}

/** History and samples are not in the message: fetched again, at most once a second per alert. */
function refetchDetails(client: QueryClient): (alertId: number) => void {
  const due = new Set<number>();
  return (alertId) => {
    if (due.has(alertId)) return;
    due.add(alertId);
    setTimeout(() => {
      due.delete(alertId);
      readAnew(client, { queryKey: ['alert', alertId] });
      readAnew(client, { queryKey: ['alert-curve', alertId] });
    }, DETAIL_EVERY_MS);
  };
}
