import { Inject, Injectable } from '@nestjs/common';
import type { BrandView } from '@sturmwarte/contracts';
import { brandsWith } from '@sturmwarte/domain';
import { AuditRepository, BrandRepository, type Database } from '@sturmwarte/store';
import type { Principal } from '../common/principal.js';
import { DATABASE } from '../common/tokens.js';

@Injectable()
export class BrandsService {
  private readonly brands: BrandRepository;
  private readonly audit: AuditRepository;

  constructor(@Inject(DATABASE) private readonly db: Database) {
    this.brands = new BrandRepository(db);
    this.audit = new AuditRepository(db);
  }

  /** Brands of which a person may see anything. */
  list({ grants }: Principal): Promise<BrandView[]> {
    return this.brands.list(brandsWith(grants, 'board.see'));
  }

  create(principal: Principal, name: string): Promise<BrandView> {
    return this.db.transaction(async (tx) => {
      const brand = await this.brands.create(name, tx);
      await this.audit.record(tx, { principal, action: 'brand.created', subject: name });
      return brand;
    });
  }

  rename(principal: Principal, id: number, name: string): Promise<BrandView> {
    return this.db.transaction(async (tx) => {
      const before = await this.brands.find(id, tx);
      const after = await this.brands.rename(id, name, tx);
      await this.audit.record(tx, {
        principal,
        action: 'brand.changed',
        subject: before.name,
        details: { before: { name: before.name }, after: { name } },
      });
      return after;
    });
  }
}
