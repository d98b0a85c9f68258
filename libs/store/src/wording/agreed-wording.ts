import {
  canonicalWording,
  foldAgreed,
  type AgreedEntry,
  type AgreedWording,
  type BoundWording,
} from '@sturmwarte/domain';
import { sha256 } from '../incidents/sha256.js';
import type { Tx } from '../tx.js';
import type { AgreedWordingEntryEntity } from './agreed-wording.entity.js';

/**
 * Wording agreed beforehand as its history tells it, for the transaction that uses it: version, hash and approvals of
 * each text, until when it is valid. Ask `isAgreed` and `fitsAgreed` about it. Until the transaction ends nobody
 * edits or withdraws it. Null: there is none of this number.
 */
export async function agreedWording(id: number, tx: Tx): Promise<AgreedWording | null> {
  const [born] = await tx.query<{ id: number; brandId: number | null }>(
    'select id, brand_id as "brandId" from agreed_wording where id = $1 for share',
    [id],
  );
  if (!born) return null;
  const rows = await tx.query<AgreedWordingEntryEntity>(
    `select wording_id as "wordingId", seq, at, by_id as "byId", by_name as "byName", event
     from agreed_wording_entry where wording_id = $1 order by seq`,
    [id],
  );
  const wording = foldAgreed(rows.map(entryOf), born);
  // A text that is not what was approved, whatever was done to the database, is no agreed text.
  return wording === null
    ? null
    : {
        ...wording,
        variants: wording.variants.filter(
          (one) => one.hash === wordingHash({ ...one, attachments: [] }),
        ),
      };
}

/** SHA-256 of the canonical wording: what approvals bind to. */
export function wordingHash(bound: BoundWording): string {
  return sha256(canonicalWording(bound));
}

export function entryOf({ seq, at, byId, byName, event }: AgreedWordingEntryEntity): AgreedEntry {
  return { seq, at: at.toISOString(), by: { id: byId, name: byName }, event };
}
