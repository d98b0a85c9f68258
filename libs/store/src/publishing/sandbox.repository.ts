import type { SandboxPost } from '@sturmwarte/contracts';
import type { Database } from '../database.js';

export type SandboxArrival = Omit<SandboxPost, 'id' | 'incident'>;

/** Where everything of a drill or a replay ends. */
export class SandboxRepository {
  constructor(private readonly db: Database) {}

  /** A publication arrives once, whoever delivers it how often. */
  async receive(post: SandboxArrival): Promise<void> {
    await this.db.dataSource.query(
      `insert into sandbox_post (incident_id, entry, space_id, brand_id, exit_name, exit_kind, channel, language,
         text, hash, attachments, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (incident_id, entry) do nothing`,
      [
        ...[post.incidentId, post.publication, post.spaceId, post.brandId],
        ...[post.exit.name, post.exit.kind, post.channel, post.language],
        ...[post.text, post.hash, JSON.stringify(post.attachments), post.at],
      ],
    );
  }

  async has(incidentId: number, publication: number): Promise<boolean> {
    const rows = await this.db.dataSource.query<unknown[]>(
      'select from sandbox_post where incident_id = $1 and entry = $2',
      [incidentId, publication],
    );
    return rows.length > 0;
  }

  /** Newest first. */
  async list(
    brands: 'all' | readonly number[],
    filter: {
      readonly space?: number | undefined;
      readonly before?: number | undefined;
      readonly limit: number;
    },
  ): Promise<SandboxPost[]> {
    const rows = await this.db.dataSource.query<(SandboxPost & { at: Date })[]>(
      `select p.id, p.incident_id as "incidentId", i.number as incident, p.entry as publication,
         p.space_id as "spaceId", p.brand_id as "brandId",
         jsonb_build_object('name', p.exit_name, 'kind', p.exit_kind) as exit,
         p.channel, p.language, p.text, p.hash, p.attachments, p.at
       from sandbox_post p join incident i on i.id = p.incident_id
       where ($1::int[] is null or p.brand_id = any($1)) and ($2::int is null or p.space_id = $2)
         and ($3::int is null or p.id < $3)
       order by p.id desc limit $4`,
      [brands === 'all' ? null : brands, filter.space ?? null, filter.before ?? null, filter.limit],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
