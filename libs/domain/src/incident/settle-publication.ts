import type { PublicationReceipt } from '../statement/statement-refs.js';
import type { Incident } from './incident.js';
import type { IncidentEvent } from './incident-event.js';
import { saidInPublic } from './said-in-public.js';

/** What came of sending: an answer, a refusal, or silence. */
export type SendOutcome =
  | { readonly kind: 'confirmed'; readonly receipt: PublicationReceipt }
  /** Certainly not out: the other side refused, or not a byte was taken. */
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** What reading back found; `cannot-tell`: the other side cannot be asked, or did not answer. */
export type ReadBack =
  | { readonly kind: 'found'; readonly receipt: PublicationReceipt }
  | { readonly kind: 'absent'; readonly why: string }
  | { readonly kind: 'cannot-tell'; readonly why: string };

/** The machine's word on a publication it was sending. Said twice, the second time decides nothing. */
export function settle(
  incident: Incident,
  publicationId: number,
  outcome: SendOutcome,
  at: string,
): readonly IncidentEvent[] {
  const publication = incident.publications.find(({ id }) => id === publicationId);
  if (publication?.state !== 'sending') return [];
  const of = { publication: publicationId };
  switch (outcome.kind) {
    case 'confirmed':
      return saidInPublic(
        incident,
        [{ type: 'publication-confirmed', ...of, receipt: outcome.receipt }],
        at,
      );
    case 'failed':
      return [{ type: 'publication-failed', ...of, why: outcome.why }];
    case 'unknown':
      return [{ type: 'publication-unknown', ...of, why: outcome.why }];
  }
}

/**
 * After a lost answer or a restart in the middle: what reading back says. Where it cannot tell, the publication is
 * unknown and stays so until it can, or a person looks. It never becomes prepared again.
 */
export function reconcile(
  incident: Incident,
  publicationId: number,
  found: ReadBack,
  at: string,
): readonly IncidentEvent[] {
  const publication = incident.publications.find(({ id }) => id === publicationId);
  if (publication?.state !== 'sending' && publication?.state !== 'unknown') return [];
  const of = { publication: publicationId };
  switch (found.kind) {
    case 'found':
      return saidInPublic(
        incident,
        [{ type: 'publication-confirmed', ...of, receipt: found.receipt }],
        at,
      );
    case 'absent':
      return [{ type: 'publication-failed', ...of, why: found.why }];
    case 'cannot-tell':
      return publication.state === 'unknown'
        ? []
        : [{ type: 'publication-unknown', ...of, why: found.why }];
  }
}
