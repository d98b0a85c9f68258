import type { ErrorCode } from '../errors.js';
import { isOutward } from '../statement/outward-channels.js';
import { releaseOf } from '../statement/release-of.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';
import { insiderLock } from './insider-lock.js';

export interface HandOverContext {
  /** ISO, by the clock of the incident's space. */
  readonly at: string;
  /** SHA-256 of the canonical wording of what is about to leave, computed from the very bytes. */
  readonly textHash: string;
  /** Is the agreed wording it came from, if any, still valid? */
  readonly agreedNow: boolean;
  /** Is the posting stop of the brand in force, as the register has it now? */
  readonly stopped: boolean;
}

export type HoldReason = 'not-prepared' | 'planned' | 'posting-stop' | 'insider-lock';

/** Send: write these events, commit, then send, once. Withdraw: write these. Hold: nothing to write, ask again. */
export type HandOverDecision =
  | { readonly kind: 'send'; readonly events: readonly IncidentEvent[] }
  | {
      readonly kind: 'withdraw';
      readonly events: readonly IncidentEvent[];
      readonly reason: ErrorCode;
    }
  | { readonly kind: 'hold'; readonly why: HoldReason };

/**
 * May a prepared publication leave now? Asked inside the transaction that holds the incident's lock, with the hash of
 * what really leaves. Whoever gets `send` has the only permission: the state is `sending` from here on.
 */
export function handOver(
  incident: Incident,
  publicationId: number,
  { at, textHash, agreedNow, stopped }: HandOverContext,
): HandOverDecision {
  const publication = incident.publications.find(({ id }) => id === publicationId);
  if (publication?.state !== 'prepared') return { kind: 'hold', why: 'not-prepared' };
  if (stopped || incident.postingStop !== null) return { kind: 'hold', why: 'posting-stop' };
  const { plannedFor, channel } = publication;
  if (plannedFor !== null && Date.parse(plannedFor) > Date.parse(at)) {
    return { kind: 'hold', why: 'planned' };
  }
  const withdraw = (reason: ErrorCode): HandOverDecision => ({
    kind: 'withdraw',
    events: [{ type: 'publication-withdrawn', publication: publication.id, reason }],
    reason,
  });
  // The bytes about to leave are not those this publication names.
  if (textHash !== publication.hash) return withdraw('wording-changed');
  const statement = incident.statements.find(({ id }) => id === publication.statement);
  if (statement === undefined) return withdraw('not-found');
  const { refusal } = releaseOf(incident, statement, publication, textHash, at, agreedNow);
  if (refusal !== null) return withdraw(refusal.code);
  if (isOutward(channel) && insiderLock(incident) !== null) {
    return { kind: 'hold', why: 'insider-lock' };
  }
  const sending = { publication: publication.id, hash: textHash };
  return { kind: 'send', events: [{ type: 'publication-sending', ...sending }] };
}
