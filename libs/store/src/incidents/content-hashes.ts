import { randomBytes } from 'node:crypto';
import { DomainError, type ContentRef } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { MentionRepository } from '../mentions/index.js';
import type { Tx } from '../tx.js';
import { sha256 } from './sha256.js';

/**
 * References to mentions as a journal keeps them: a salted hash each, the salt beside the journal. When the mention is
 * erased its salt goes too, and the hash says nothing to anybody.
 */
export class ContentHashes {
  private readonly mentions: MentionRepository;

  constructor(db: Database) {
    this.mentions = new MentionRepository(db);
  }

  /** Refuses `not-found` for a mention that is not stored in this space. */
  async of(
    tx: Tx,
    incidentId: number,
    spaceId: number,
    ids: readonly string[],
  ): Promise<ContentRef[]> {
    const found = new Map(
      (await this.mentions.byIds(ids, spaceId)).map((mention) => [mention.id, mention.text]),
    );
    const refs: ContentRef[] = [];
    for (const mentionId of new Set(ids)) {
      const text = found.get(mentionId);
      if (text === undefined)
        throw new DomainError('not-found', { what: 'mention', id: mentionId });
      const [row] = await tx.query<{ salt: Buffer }>(
        `insert into incident_content (incident_id, mention_id, salt) values ($1, $2, $3)
         on conflict (incident_id, mention_id) do update set salt = incident_content.salt returning salt`,
        [incidentId, mentionId, randomBytes(16)],
      );
      if (row === undefined) throw new Error('no salt');
      refs.push({ mentionId, hash: sha256(`${row.salt.toString('hex')}:${text}`) });
    }
    return refs;
  }
}
