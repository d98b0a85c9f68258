import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DomainError, type AttachmentRef } from '@sturmwarte/domain';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';

export interface StoredAttachment {
  readonly incidentId: number;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

interface ContentRow {
  readonly name: string;
  readonly media_type: string;
  readonly content: Buffer | null;
}

/** Files beside the journal, which holds their salted hash: erased, they leave a chain that still verifies. */
export class AttachmentRepository {
  constructor(private readonly db: Database) {}

  async keep(
    tx: Tx,
    { incidentId, name, mediaType, content }: StoredAttachment,
  ): Promise<AttachmentRef> {
    const id = randomUUID();
    const salt = randomBytes(16);
    await tx.query(
      `insert into incident_attachment (id, incident_id, name, media_type, salt, content)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, incidentId, name, mediaType, salt, content],
    );
    const hash = createHash('sha256').update(salt).update(content).digest('hex');
    return { id, name, mediaType, bytes: content.length, hash };
  }

  /** Takes content and salt away; who, when and why stay. Nothing happens to what is erased already. */
  async erase(
    tx: Tx,
    incidentId: number,
    id: string,
    { at, by, reason }: { readonly at: string; readonly by: number; readonly reason: string },
  ): Promise<void> {
    await tx.query(
      `update incident_attachment set content = null, salt = null, erased_at = $3, erased_by = $4, erase_reason = $5
       where id = $1 and incident_id = $2 and erased_at is null`,
      [id, incidentId, at, by, reason],
    );
  }

  /** Refuses `not-found`, also for what was erased. */
  async read(incidentId: number, id: string, tx?: Tx): Promise<StoredAttachment> {
    const sql =
      'select name, media_type, content from incident_attachment where id = $1 and incident_id = $2';
    const [row] = tx
      ? await tx.query<ContentRow>(sql, [id, incidentId])
      : await this.db.dataSource.query<ContentRow[]>(sql, [id, incidentId]);
    if (row === undefined || row.content === null) {
      throw new DomainError('not-found', { what: 'attachment', id });
    }
    return { incidentId, name: row.name, mediaType: row.media_type, content: row.content };
  }
}
