import type { Incident } from '@sturmwarte/domain';
import type { Playbooks } from '../incidents/use-playbooks.js';

/** Titles of all steps of an incident's playbooks, by the step's id. */
export function namesOfSteps(
  { runs }: Pick<Incident, 'runs'>,
  playbooks: Playbooks,
  language: 'de' | 'en',
): ReadonlyMap<string, string> {
  const steps = runs.flatMap(
    ({ playbook }) => playbooks.get(playbook.hash)?.phases.flatMap((phase) => phase.steps) ?? [],
  );
  return new Map(steps.map(({ id, title }) => [id, title[language]]));
}
