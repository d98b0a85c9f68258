import type { Incident, JournalEntry } from '@sturmwarte/domain';
import { useCallback, useMemo } from 'react';
import { useClockName } from '../incidents/clock-name.js';
import type { Playbooks } from '../incidents/use-playbooks.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import type { Said, SayContext } from './say-context.js';
import { sayEvent } from './say-event.js';

const NONE: Playbooks = new Map();
const NOWHERE: SayContext['incident'] = {
  ...{
    runs: [],
    attachments: [],
    promises: [],
    requests: [],
    questions: [],
    claims: [],
    handOvers: [],
    statements: [],
    publications: [],
    emergencies: [],
  },
};

/** A journal entry as a sentence in the reader's language; names of steps where the incident is at hand. */
export function useSayEntry(
  incident: Incident | null = null,
  playbooks: Playbooks = NONE,
): (entry: Pick<JournalEntry, 'event'>) => Said {
  const t = useText();
  const format = useFormat();
  const around = incident ?? NOWHERE;
  const clockName = useClockName(around, playbooks);
  const stepName = useMemo(() => {
    const names = new Map<string, string>();
    for (const { id, playbook } of around.runs) {
      for (const { steps } of playbooks.get(playbook.hash)?.phases ?? []) {
        for (const step of steps) names.set(`${id}:${step.id}`, step.title[format.language]);
      }
    }
    return (run: number, step: string) => names.get(`${run}:${step}`) ?? step;
  }, [around.runs, playbooks, format.language]);
  return useCallback(
    ({ event }) => sayEvent(event, { t, format, incident: around, playbooks, clockName, stepName }),
    [t, format, around, playbooks, clockName, stepName],
  );
}
