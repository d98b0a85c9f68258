import { DomainError } from '@sturmwarte/domain';
import { In } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { violates } from '../violates.js';
import { BrandEntity } from './brand.entity.js';

export interface Brand {
  readonly id: number;
  readonly name: string;
}

const NAME_KEY = 'brand_name_key';

/** Owners of topics, accounts and rights. Refuses `name-taken` and `not-found`. */
export class BrandRepository {
  constructor(private readonly db: Database) {}

  /** By name. */
  async list(brands: 'all' | readonly number[]): Promise<Brand[]> {
    return this.db.dataSource.getRepository(BrandEntity).find({
      where: brands === 'all' ? {} : { id: In([...brands]) },
      order: { name: 1, id: 1 },
    });
  }

  async find(id: number, tx?: Tx): Promise<Brand> {
    const manager = tx?.manager ?? this.db.dataSource.manager;
    const brand = await manager.findOneBy(BrandEntity, { id });
    if (brand === null) throw new DomainError('not-found', { what: 'brand', id });
    return brand;
  }

  create(name: string, tx: Tx): Promise<Brand> {
    return named(name, () => tx.manager.save(BrandEntity, { name }));
  }

  rename(id: number, name: string, tx: Tx): Promise<Brand> {
    return named(name, () => tx.manager.save(BrandEntity, { id, name }));
  }
}

async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violates(error, NAME_KEY)) throw new DomainError('name-taken', { name });
    throw error;
  }
}
