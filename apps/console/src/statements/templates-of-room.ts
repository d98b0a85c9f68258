import type { Incident, Playbook, Template } from '@sturmwarte/domain';

/** The templates of the playbooks at work here, each once. */
export function templatesOfRoom(
  { runs }: Pick<Incident, 'runs'>,
  playbooks: ReadonlyMap<string, Playbook>,
): readonly Template[] {
  const found = new Map<string, Template>();
  for (const { playbook, stopped } of runs) {
    if (stopped !== null) continue;
    for (const template of playbooks.get(playbook.hash)?.templates ?? []) {
      if (!found.has(template.id)) found.set(template.id, template);
    }
  }
  return [...found.values()];
}
