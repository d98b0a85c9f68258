import type { Incident, Playbook, WordingContext } from '@sturmwarte/domain';
import { useMemo } from 'react';

/** What the lint is told of an incident: the rules of its playbooks, and what was decided in them. */
export function useLintContext(
  { runs }: Pick<Incident, 'runs'>,
  playbooks: ReadonlyMap<string, Playbook>,
): WordingContext {
  return useMemo(() => {
    const running = runs.filter(({ stopped }) => stopped === null);
    return {
      playbookRules: running.flatMap(({ playbook }) => playbooks.get(playbook.hash)?.wording ?? []),
      answers: Object.assign({}, ...running.map(({ answers }) => answers)) as Record<
        string,
        string
      >,
    };
  }, [runs, playbooks]);
}
