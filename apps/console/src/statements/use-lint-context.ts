import { useQuery } from '@tanstack/react-query';
import type { Incident, Playbook, WordingContext } from '@sturmwarte/domain';
import { useMemo } from 'react';
import { houseContext } from '../wordings/house-context.js';
import { houseWordingQuery } from '../wordings/wordings.queries.js';

/** What the lint is told of an incident: the house's own words, the rules of its playbooks and what was decided in them. */
export function useLintContext(
  { runs, brandId }: Pick<Incident, 'runs' | 'brandId'>,
  playbooks: ReadonlyMap<string, Playbook>,
): WordingContext {
  const { data: house } = useQuery(houseWordingQuery);
  return useMemo(() => {
    const running = runs.filter(({ stopped }) => stopped === null);
    return {
      ...houseContext(house, brandId),
      playbookRules: running.flatMap(({ playbook }) => playbooks.get(playbook.hash)?.wording ?? []),
      answers: Object.assign({}, ...running.map(({ answers }) => answers)) as Record<
        string,
        string
      >,
    };
  }, [runs, playbooks, house, brandId]);
}
