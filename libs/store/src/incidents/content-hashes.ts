import { randomBytes } from 'node:crypto';
import type { CitedContent } from '@sturmwarte/contracts';
import { DomainError, type ContentRef } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import { MentionRepository, type MentionFilter } from '../mentions/index.js';
import type { Tx } from '../tx.js';
import { sha256 } from './sha256.js';

type Brands = MentionFilter['brands'];

/**
 * References to mentions as a journal keeps them: a salted hash each, the salt beside the journal. When the mention is
 * erased its salt goes too, and the hash says nothing to anybody.
 */
export class ContentHashes {
  private readonly mentions: MentionRepository;

  constructor(private readonly db: Database) {
    this.mentions = new MentionRepository(db);
  }

  /** Refuses `not-found` for a mention that is not stored in this space, or that these brands may not see. */
  async of(
    tx: Tx,
    incidentId: number,
    spaceId: number,
    ids: readonly string[],
    brands: Brands = 'all',
  ): Promise<ContentRef[]> {
    const found = new Map(
      (await this.mentions.byIds(ids, spaceId, brands)).map(({ id, text }) => [id, text]),
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
      refs.push({ mentionId, hash: hashOf(row.salt, text) });
    }
    return refs;
  }

  /** What an incident's entries refer to, as it is now; content these brands may not see stays hidden. */
  async cited(
    incidentId: number,
    spaceId: number,
    ids: readonly string[],
    brands: Brands,
  ): Promise<CitedContent[]> {
    const { rows } = await this.db.pool.query<{ id: string; salt: Buffer }>(
      `select mention_id::text as id, salt from incident_content
       where incident_id = $1 and mention_id = any($2::bigint[])`,
      [incidentId, ids],
    );
    const salts = new Map(rows.map(({ id, salt }) => [id, salt]));
    const known = [...salts.keys()];
    const stored = new Map(
      (await this.mentions.byIds(known, spaceId)).map((mention) => [mention.id, mention]),
    );
    const visible = new Set(
      brands === 'all'
        ? known
        : (await this.mentions.byIds(known, spaceId, brands)).map(({ id }) => id),
    );
    return ids.map((mentionId) => {
      const salt = salts.get(mentionId);
      const mention = stored.get(mentionId);
      if (salt === undefined || mention === undefined) {
        return { mentionId, hash: null, mention: null };
      }
      const hash = hashOf(salt, mention.text);
      return { mentionId, hash, mention: visible.has(mentionId) ? mention : null };
    });
  }
}

function hashOf(salt: Buffer, text: string): string {
  return sha256(`${salt.toString('hex')}:${text}`);
}
