import type { JournalEntry, PublicationState } from '@sturmwarte/domain';
import type { Tx } from '../tx.js';

interface Place {
  readonly id: number;
  readonly spaceId: number;
  readonly brandId: number;
}

/**
 * The outbox follows the journal, in the same transaction: what is prepared there is in it, and whatever happens to a
 * publication happens here. What has no sender (by hand) has no row.
 */
export async function settlePublications(
  tx: Tx,
  place: Place,
  entries: readonly JournalEntry[],
): Promise<void> {
  for (const { seq, at, event } of entries) {
    switch (event.type) {
      case 'publication-prepared':
        if (event.exit.kind === 'hand') break;
        await tx.query(
          `insert into publication_outbox
             (incident_id, entry, space_id, brand_id, exit_id, channel, language, state, not_before)
           values ($1, $2, $3, $4, $5, $6, $7, 'prepared', $8)`,
          [
            ...[place.id, seq, place.spaceId, place.brandId],
            ...[event.exit.id, event.channel, event.language, event.plannedFor ?? at],
          ],
        );
        break;
      case 'publication-sending':
        await move(tx, place.id, event.publication, 'sending', 'sent_at = clock_timestamp()');
        break;
      case 'publication-unknown':
        await move(tx, place.id, event.publication, 'unknown', `${SETTLED}, ${LOOK_SOON}`);
        break;
      case 'publication-confirmed':
        await move(tx, place.id, event.publication, 'confirmed', `${SETTLED}, look_at = null`);
        break;
      case 'publication-failed':
        await move(tx, place.id, event.publication, 'failed', `${SETTLED}, look_at = null`);
        break;
      case 'publication-withdrawn':
        await move(tx, place.id, event.publication, 'withdrawn', `${SETTLED}, look_at = null`);
        break;
      default:
    }
  }
}

const SETTLED = 'settled_at = clock_timestamp()';
const LOOK_SOON = 'look_at = clock_timestamp(), looks = 0, absences = 0';

async function move(
  tx: Tx,
  incidentId: number,
  entry: number,
  state: PublicationState,
  more: string,
): Promise<void> {
  await tx.query(
    `update publication_outbox set state = $3, ${more} where incident_id = $1 and entry = $2`,
    [incidentId, entry, state],
  );
}
