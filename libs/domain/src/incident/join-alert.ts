import { DomainError } from '../errors.js';
import { withLevel, type MachineContext } from './follow-alert.js';
import type { Incident } from './incident.js';
import type { AlertRef, AlertSign, IncidentEvent, ProposalReason } from './incident-event.js';

export interface SignedAlert {
  readonly alert: AlertRef;
  readonly sign: AlertSign;
}

/**
 * An alert becomes part of an incident. Who may is asked before; that it is part of no other open incident is the
 * store's to see.
 */
export function joinAlert(
  incident: Incident,
  { alert, sign }: SignedAlert,
  how: 'by-hand' | 'proposed' | 'automatic' | 'merge',
  reasons: readonly ProposalReason[],
  context: MachineContext,
): readonly IncidentEvent[] {
  if (incident.state !== 'open') throw new DomainError('incident-over', { into: null });
  const known = incident.alerts.find((one) => one.alert.id === alert.id);
  if (known?.standing === 'joined') throw new DomainError('already-so');
  return withLevel(
    incident,
    [
      {
        type: 'alert-joined',
        alert,
        sign,
        how,
        reasons: reasons.length > 0 ? reasons : (known?.reasons ?? []),
      },
    ],
    context,
  );
}

/** The machine finds that an alert belongs here, and asks. What was asked once, or declined, is not asked again. */
export function proposeAlert(
  incident: Incident,
  { alert, sign }: SignedAlert,
  reasons: readonly ProposalReason[],
): readonly IncidentEvent[] {
  const known = incident.alerts.some((one) => one.alert.id === alert.id);
  if (known || incident.state !== 'open') return [];
  return [{ type: 'alert-proposed', alert, sign, reasons }];
}
