import { IsNull, LessThan, MoreThan } from 'typeorm';
import type { Database } from '../database.js';
import type { Tx } from '../tx.js';
import { AccountLinkEntity, type AccountLinkKind } from './account-link.entity.js';

export interface AccountLink {
  readonly id: number;
  readonly kind: AccountLinkKind;
  /** Null for the set-up link. */
  readonly personId: number | null;
  readonly expiresAt: string;
}

export interface NewAccountLink {
  readonly kind: AccountLinkKind;
  readonly personId: number | null;
  readonly tokenHash: Buffer;
  readonly now: number;
  readonly expiresAt: number;
}

/** Links that work once: set-up, invitation, new password. */
export class AccountLinkRepository {
  constructor(private readonly db: Database) {}

  async create({ now, expiresAt, ...link }: NewAccountLink, tx: Tx): Promise<void> {
    await tx.manager.insert(AccountLinkEntity, {
      ...link,
      createdAt: new Date(now),
      expiresAt: new Date(expiresAt),
    });
  }

  /** A link that still works, or null. */
  async find(tokenHash: Buffer, now: number, tx?: Tx): Promise<AccountLink | null> {
    const manager = tx?.manager ?? this.db.dataSource.manager;
    const link = await manager.findOneBy(AccountLinkEntity, {
      tokenHash,
      usedAt: IsNull(),
      expiresAt: MoreThan(new Date(now)),
    });
    return link && { ...link, expiresAt: link.expiresAt.toISOString() };
  }

  /** Uses a link up; false when somebody else was quicker. */
  async use(id: number, now: number, tx: Tx): Promise<boolean> {
    const { affected } = await tx.manager.update(
      AccountLinkEntity,
      { id, usedAt: IsNull() },
      { usedAt: new Date(now) },
    );
    return affected === 1;
  }

  /** Makes every open link of a person (`null`: of nobody, the set-up links) useless. */
  async withdraw(personId: number | null, tx: Tx): Promise<void> {
    await tx.query(
      'delete from account_link where used_at is null and person_id is not distinct from $1',
      [personId],
    );
  }

  /** Removes what nobody can use any more. */
  async sweep(before: number): Promise<void> {
    await this.db.dataSource.manager.delete(AccountLinkEntity, {
      expiresAt: LessThan(new Date(before)),
    });
  }
}
