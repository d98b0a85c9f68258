import { useQueryClient } from '@tanstack/react-query';
import type { CommandAnswer, IncidentDetail } from '@sturmwarte/contracts';
import { legalClockRule } from '@sturmwarte/clock';
import {
  clocksOf,
  decideIncident,
  DomainError,
  LIVE_SPACE_ID,
  type DecideContext,
} from '@sturmwarte/domain';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { Refusal, Unreachable } from '../api/refusal.js';
import { putEntries } from '../incidents/put-entries.js';
import { useOrder, type OrderInput } from '../incidents/use-order.js';
import type { Playbooks } from '../incidents/use-playbooks.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useLive, useLiveStatus } from '../live/live-context.js';
import { tickQueue } from '../offline/tick-queue.js';
import { mayWait, type TickOrder } from '../offline/waiting-tick.js';
import { useSession } from '../session/session.js';
import { useSpace } from '../spaces/use-space.js';
import { useNotice } from '../ui/notice.js';
import { guess } from './guess.js';
import { needsTheWire } from './needs-the-wire.js';
import { RoomContext, type Room } from './room-context.js';
import { useRoomRefusal } from './use-room-refusal.js';

/** Everything the parts of a room ask for: its state, whether something is allowed, and how to say it. */
export function RoomProvider({
  detail,
  playbooks,
  children,
}: {
  detail: IncidentDetail;
  playbooks: Playbooks;
  children: ReactNode;
}) {
  const { id, incident, entries } = detail;
  const t = useText();
  const format = useFormat();
  const client = useQueryClient();
  const live = useLive();
  const isOff = useLiveStatus().connection === 'disconnected';
  const space = useSpace();
  const notice = useNotice();
  const { person } = useSession();
  const order = useOrder(id);
  const sentence = useRoomRefusal(incident, playbooks);
  const key = useMemo(() => ['incident', id] as const, [id]);

  const now = useCallback(
    () =>
      incident.spaceId === LIVE_SPACE_ID || !space?.now ? live.serverNow() : Date.parse(space.now),
    [incident.spaceId, live, space],
  );
  const context = useCallback(
    (): DecideContext => ({
      at: new Date(now()).toISOString(),
      actor: person,
      seen: incident.version,
      playbooks,
      judgesOf: (clock) => legalClockRule(clock).setters,
    }),
    [now, person, incident.version, playbooks],
  );
  const ask = useCallback<Room['ask']>(
    (command) => {
      if (isOff && needsTheWire(command.type)) return t('approvals:offline');
      try {
        decideIncident(incident, command, context());
        return null;
      } catch (refusal) {
        if (!(refusal instanceof DomainError)) throw refusal;
        return sentence(new Refusal(refusal.code, refusal.params, null));
      }
    },
    [incident, context, sentence, isOff, t],
  );
  const { mutateAsync, isPending } = order;
  /** Without a connection: shown as done, kept with its time, sent when the server is there again. */
  const wait = async (asked: TickOrder): Promise<void> => {
    const at = now();
    const note = t('room:offline.note', { time: format.time(at) });
    const timed = asked.type === 'finish-step' ? { ...asked, note } : asked;
    await tickQueue.add({
      personId: person.id,
      incidentId: id,
      seen: incident.version,
      order: timed,
      at,
    });
    notice.warning(t('room:offline.waits'));
  };
  const send = async (asked: OrderInput): Promise<CommandAnswer | null> => {
    const before = client.getQueryData<IncidentDetail>(key);
    const guessed = before === undefined ? null : guess(before, asked, context());
    const put = guessed === null ? null : client.setQueryData(key, guessed);
    try {
      return await mutateAsync(asked);
    } catch (problem) {
      if (problem instanceof Unreachable && guessed !== null && mayWait(asked)) {
        await wait(asked);
        return { incidentId: id, entries: [] };
      }
      const shown = client.getQueryData<IncidentDetail>(key);
      // Nothing came in between: as it was before the guess. Else the room is being read again anyway.
      if (put !== null && shown === put) client.setQueryData(key, before);
      const wasSecond = problem instanceof Refusal && typeof problem.params['by'] === 'string';
      if (wasSecond) notice.warning(t('room:firstWas', { sentence: sentence(problem) }));
      else if (problem instanceof Refusal) notice.warning(sentence(problem));
      else notice.refusal(problem);
      return null;
    }
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  const clocks = useMemo(
    () => new Map(clocksOf(incident, playbooks).map((clock) => [clock.key, clock])),
    [incident, playbooks],
  );
  const room = useMemo<Room>(
    () => ({
      ...{ id, incident, entries, playbooks, clocks, ask, now, busy: isPending },
      send: async (asked) => (await latest.current(asked)) !== null,
      order: (asked) => latest.current(asked),
      put: (news) => putEntries(client, id, news),
    }),
    [id, incident, entries, playbooks, clocks, ask, now, isPending, client],
  );
  return <RoomContext value={room}>{children}</RoomContext>;
}
