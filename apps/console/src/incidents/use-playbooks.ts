import { useQueries } from '@tanstack/react-query';
import type { Incident, Playbook } from '@sturmwarte/domain';
import { useMemo } from 'react';
import { playbookVersionQuery } from '../playbooks/playbooks.queries.js';

export type Playbooks = ReadonlyMap<string, Playbook>;

/** The playbooks the runs of these incidents are pinned to, by hash; each is fetched once. */
export function usePlaybooks(incidents: readonly Pick<Incident, 'runs'>[]): {
  readonly playbooks: Playbooks;
  readonly isPending: boolean;
} {
  const hashes = [
    ...new Set(incidents.flatMap(({ runs }) => runs.map(({ playbook }) => playbook.hash))),
  ].sort();
  const found = useQueries({ queries: hashes.map(playbookVersionQuery) });
  const known = found.map(({ data }) => data);
  const key = known.map((view, at) => (view === undefined ? '' : hashes[at])).join();
  const playbooks = useMemo(
    () =>
      new Map(
        known.flatMap((view) => (view === undefined ? [] : [[view.ref.hash, view.playbook]])),
      ),
    // A version never changes: the hashes that have arrived say everything.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  );
  return { playbooks, isPending: found.some((one) => one.isPending) };
}
