import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { IncidentDetail, PlaybookView } from '@sturmwarte/contracts';
import { useEffect, useState } from 'react';
import { Unreachable } from '../api/refusal.js';
import { incidentQuery } from '../incidents/incidents.queries.js';
import { useLiveStatus } from '../live/live-context.js';
import { playbookVersionQuery } from '../playbooks/playbooks.queries.js';
import { useSession } from '../session/session.js';
import { keepRoom, keptRoom } from './offline-store.js';

const KEEP_AFTER_MS = 1_000;
const ENTRIES_KEPT = 200;

/**
 * Keeps a room on the device while the server is there, and brings it back when it is not. Answers as of when what is
 * shown was kept, ms; null when it is fresh.
 */
export function useKeptRoom(id: number, room: UseQueryResult<IncidentDetail>): number | null {
  const client = useQueryClient();
  const personId = useSession().person.id;
  const { connection } = useLiveStatus();
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const { data, dataUpdatedAt, error, fetchStatus } = room;
  const isKept = savedAt !== null && dataUpdatedAt === savedAt;

  useEffect(() => {
    if (data === undefined || isKept || connection !== 'connected') return undefined;
    const timer = setTimeout(() => {
      const playbooks = data.incident.runs.flatMap(
        ({ playbook }) =>
          client.getQueryData<PlaybookView>(playbookVersionQuery(playbook.hash).queryKey) ?? [],
      );
      const detail = { ...data, entries: data.entries.slice(-ENTRIES_KEPT) };
      const kept = { incidentId: id, personId, savedAt: Date.now(), detail, playbooks };
      // A full disk is no reason to disturb anybody: the room is there, only not kept.
      void keepRoom(kept).catch(() => undefined);
    }, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, connection, data, id, isKept, personId]);

  const isMissing =
    data === undefined && (error instanceof Unreachable || fetchStatus === 'paused');
  useEffect(() => {
    if (!isMissing) return;
    void keptRoom(id, personId).then((kept) => {
      if (kept === null) return;
      for (const view of kept.playbooks) {
        client.setQueryData(playbookVersionQuery(view.ref.hash).queryKey, view);
      }
      client.setQueryData(incidentQuery(id).queryKey, kept.detail, { updatedAt: kept.savedAt });
      setSavedAt(kept.savedAt);
    });
  }, [client, id, isMissing, personId]);
  return isKept ? savedAt : null;
}
