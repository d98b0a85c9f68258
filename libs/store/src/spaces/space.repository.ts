import { DomainError, type Space, type SpaceKind } from '@sturmwarte/domain';
import { In, IsNull, type Repository } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { removeSpace } from './remove-space.js';
import { SpaceEntity } from './space.entity.js';

export interface SpaceValues {
  readonly kind: Exclude<SpaceKind, 'live'>;
  readonly brandId: number;
  readonly name: string;
  readonly startsAt: Date;
}

/** The live space, and those of replays and drills with a clock of their own. */
export class SpaceRepository {
  constructor(private readonly db: Database) {}

  /** The live space and those of the brands, newest first. */
  async list(brands: 'all' | readonly number[]): Promise<Space[]> {
    const where = brands === 'all' ? {} : [{ brandId: IsNull() }, { brandId: In([...brands]) }];
    const rows = await this.spaces().find({ where, order: { id: -1 } });
    return rows.map(spaceOf);
  }

  /** Spaces that still run: the live one first. */
  async running(): Promise<Space[]> {
    const rows = await this.spaces().find({ where: { endedAt: IsNull() }, order: { id: 1 } });
    return rows.map(spaceOf);
  }

  async find(id: number, tx?: Tx): Promise<Space> {
    const row = await this.spaces(tx).findOneBy({ id });
    if (row === null) throw new DomainError('not-found', { what: 'space', id });
    return spaceOf(row);
  }

  async create({ kind, brandId, name, startsAt }: SpaceValues, tx: Tx): Promise<Space> {
    const table = this.spaces(tx);
    return spaceOf(await table.save(table.create({ kind, brandId, name, nowAt: startsAt })));
  }

  /**
   * Moves the space's clock forward; an earlier time changes nothing. Answers the space as it then stands.
   * Refuses `space-ended`, and `conflict` for the live space, whose clock is the server's.
   */
  async moveClock(id: number, now: Date, tx: Tx): Promise<Space> {
    const [row] = await tx.query<{ id: number }>(
      `update space set now_at = greatest(now_at, $2)
       where id = $1 and kind <> 'live' and ended_at is null returning id`,
      [id, now],
    );
    if (row) return this.find(id, tx);
    const space = await this.find(id, tx);
    if (space.kind === 'live') throw new DomainError('conflict', { what: 'live space' });
    throw new DomainError('space-ended', { id });
  }

  /** Ends a space; what it holds stays readable. Ending it again changes nothing. */
  async end(id: number, tx: Tx): Promise<Space> {
    const space = await this.find(id, tx);
    if (space.kind === 'live') throw new DomainError('conflict', { what: 'live space' });
    await tx.query('update space set ended_at = coalesce(ended_at, now()) where id = $1', [id]);
    await tx.query('update source set active = false where space_id = $1', [id]);
    return this.find(id, tx);
  }

  /** Removes a space and everything in it; the live space and its figures cannot be touched by this. */
  async remove(id: number, tx: Tx): Promise<Space> {
    const space = await this.find(id, tx);
    if (space.kind === 'live') throw new DomainError('conflict', { what: 'live space' });
    await removeSpace(id, tx);
    return space;
  }

  private spaces(tx?: Tx): Repository<SpaceEntity> {
    return (tx?.manager ?? this.db.dataSource.manager).getRepository(SpaceEntity);
  }
}

function spaceOf({ id, kind, brandId, name, nowAt, endedAt }: SpaceEntity): Space {
  return {
    id,
    kind,
    brandId,
    name,
    now: nowAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}
