import type { RejectRow, TokenView } from '@sturmwarte/contracts';
import { DomainError, type Source } from '@sturmwarte/domain';
import { In, IsNull, type Repository } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { SourceTokenEntity } from './source-token.entity.js';
import { SourceEntity } from './source.entity.js';

export type SourceValues = Omit<Source, 'id' | 'outletTier'> & Partial<Pick<Source, 'outletTier'>>;
export type SourceChange = Partial<
  Pick<Source, 'name' | 'active' | 'retentionDays' | 'silentAfterMinutes' | 'outletTier'>
>;

/** A source, as its token names it. */
export interface SourceRow extends Source {
  readonly tokenId: number;
}

export interface SourceFilter {
  readonly spaceId?: number;
  readonly brands: 'all' | readonly number[];
}

const MOST_REJECTS = 200;

/** Where mentions come from, and the tokens they are sent with. */
export class SourceRepository {
  constructor(private readonly db: Database) {}

  /** Null for an unknown token. Notes at most once a minute that the token is in use. */
  async byTokenHash(hash: Buffer): Promise<SourceRow | null> {
    const tokens = this.db.dataSource.manager.getRepository(SourceTokenEntity);
    const token = await tokens.findOneBy({ tokenHash: hash });
    if (token === null) return null;
    const source = await this.sources().findOneBy({ id: token.sourceId });
    if (source === null) return null;
    await this.db.dataSource.query(
      `update source_token set last_used_at = now()
       where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
      [token.id],
    );
    return { ...sourceOf(source), tokenId: token.id };
  }

  /** Sources of the brands and those that serve every brand. */
  async list({ spaceId, brands }: SourceFilter): Promise<Source[]> {
    const inSpace = spaceId === undefined ? {} : { spaceId };
    const where =
      brands === 'all'
        ? inSpace
        : [
            { ...inSpace, brandId: IsNull() },
            { ...inSpace, brandId: In([...brands]) },
          ];
    const rows = await this.sources().find({ where, order: { spaceId: 1, name: 1, id: 1 } });
    return rows.map(sourceOf);
  }

  async find(id: number, tx?: Tx): Promise<Source> {
    const row = await this.sources(tx).findOneBy({ id });
    if (row === null) throw new DomainError('not-found', { what: 'source', id });
    return sourceOf(row);
  }

  async create(values: SourceValues, tx: Tx): Promise<Source> {
    const table = this.sources(tx);
    return sourceOf(await table.save(table.create({ outletTier: 'none', ...values })));
  }

  async change(id: number, change: SourceChange, tx: Tx): Promise<Source> {
    const before = await this.find(id, tx);
    return sourceOf(await this.sources(tx).save({ ...before, ...change }));
  }

  async addToken(
    sourceId: number,
    { hash, hint }: { readonly hash: Buffer; readonly hint: string },
    tx: Tx,
  ): Promise<TokenView> {
    const table = tx.manager.getRepository(SourceTokenEntity);
    return viewOf(await table.save(table.create({ sourceId, tokenHash: hash, hint })));
  }

  /** From now on the token is unknown. */
  async revokeToken(sourceId: number, tokenId: number, tx: Tx): Promise<TokenView> {
    const table = tx.manager.getRepository(SourceTokenEntity);
    const row = await table.findOneBy({ id: tokenId, sourceId });
    if (row === null) throw new DomainError('not-found', { what: 'token', id: tokenId });
    await table.delete({ id: tokenId });
    return viewOf(row);
  }

  /** Tokens by source, oldest first. */
  async tokens(sourceIds: readonly number[]): Promise<ReadonlyMap<number, readonly TokenView[]>> {
    const table = this.db.dataSource.manager.getRepository(SourceTokenEntity);
    const rows = await table.find({ where: { sourceId: In([...sourceIds]) }, order: { id: 1 } });
    const found = new Map<number, TokenView[]>(sourceIds.map((id) => [id, []]));
    for (const row of rows) found.get(row.sourceId)?.push(viewOf(row));
    return found;
  }

  /** The newest refused lines, newest first. */
  async rejects(sourceId: number): Promise<RejectRow[]> {
    const rows: (Omit<RejectRow, 'id' | 'at'> & { id: string; at: Date })[] =
      await this.db.dataSource.query(
        `select id, at, line, code, params, sample from intake_reject
         where source_id = $1 order by id desc limit ${MOST_REJECTS}`,
        [sourceId],
      );
    return rows.map((row) => ({ ...row, id: Number(row.id), at: row.at.toISOString() }));
  }

  /** Sources people were last told to be silent, by the audit list. */
  async toldSilent(sourceIds: readonly number[]): Promise<ReadonlySet<number>> {
    const rows: { id: number }[] = await this.db.dataSource.query(
      `select s.id from unnest($1::int[]) s (id)
       cross join lateral (
         select action from audit_entry
         where action in ('source.silent', 'source.heard') and (details ->> 'sourceId')::int = s.id
         order by id desc limit 1) told
       where told.action = 'source.silent'`,
      [sourceIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private sources(tx?: Tx): Repository<SourceEntity> {
    return (tx?.manager ?? this.db.dataSource.manager).getRepository(SourceEntity);
  }
}

function sourceOf(row: SourceEntity): Source {
  const { id, spaceId, brandId, name, active, retentionDays, silentAfterMinutes } = row;
  const { outletTier } = row;
  return { id, spaceId, brandId, name, active, retentionDays, silentAfterMinutes, outletTier };
}

function viewOf({ id, hint, createdAt, lastUsedAt }: SourceTokenEntity): TokenView {
  return {
    id,
    hint,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
