import { DomainError } from '../errors.js';
import type { Playbook } from '../playbook/playbook.js';
import type { Incident } from './incident.js';
import type { IncidentEvent, PlaybookRef, ProposalReason } from './incident-event.js';

/**
 * A run begins, pinned to the playbook's version and content; the legal clocks it names are put up for assessment.
 * Refuses a playbook that runs already.
 */
export function startPlaybook(
  incident: Incident,
  ref: PlaybookRef,
  playbook: Playbook,
  how: 'by-hand' | 'automatic',
  reasons: readonly ProposalReason[],
): readonly IncidentEvent[] {
  const running = incident.runs.find((run) => run.playbook.id === ref.id && run.stopped === null);
  if (running !== undefined) {
    const { by, at } = running.started;
    throw new DomainError('already-decided', { by: by?.name ?? null, at });
  }
  const phase = playbook.phases[0]?.id ?? '';
  const run = incident.version + 1;
  const listed = playbook.clocks.filter(
    ({ id }) => !incident.legalClocks.some((clock) => clock.id === id),
  );
  return [
    { type: 'playbook-started', playbook: ref, phase, how, reasons },
    ...listed.map(({ id }): IncidentEvent => ({ type: 'legal-clock-listed', clock: id, run })),
  ];
}
