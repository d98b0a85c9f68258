import { isOutward, isPublic } from '../statement/outward-channels.js';
import type { Publication } from '../statement/statement.js';
import { evolveAll } from './evolve-all.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';

/**
 * A publication is out: what follows from it in the same breath. On a public channel it is the first response where
 * there was none; the update its statement promised is kept.
 */
export function saidInPublic(
  incident: Incident,
  events: readonly IncidentEvent[],
  at: string,
): readonly IncidentEvent[] {
  const after = evolveAll(incident, events, at);
  const out = after.publications.find(
    ({ id, state }) => state === 'confirmed' && !wasOut(incident, id),
  );
  const statement = after.statements.find(({ id }) => id === out?.statement);
  if (out === undefined || out.receipt === null || statement === undefined) return events;
  const proof = proofOf(out);
  const first: readonly IncidentEvent[] =
    after.firstResponse === null && isPublic(out.channel)
      ? [{ type: 'first-response-given', saidAt: out.receipt.at, channel: out.channel, proof }]
      : [];
  const promise = after.promises.find(({ id, kept }) => id === statement.promise && kept === null);
  const kept: readonly IncidentEvent[] =
    promise !== undefined && isOutward(out.channel)
      ? [{ type: 'update-kept', promise: promise.id, proof }]
      : [];
  return [...events, ...first, ...kept];
}

function wasOut({ publications }: Incident, id: number): boolean {
  return publications.some((one) => one.id === id && one.state === 'confirmed');
}

/** What shows that it was said: the link, the receiver's name for it, or the hash of the words. */
export function proofOf({ receipt, hash, evidence }: Publication): string {
  return receipt?.link ?? receipt?.foreignId ?? evidence ?? hash.slice(0, 16);
}
