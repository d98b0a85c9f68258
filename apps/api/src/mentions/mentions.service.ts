import { Inject, Injectable } from '@nestjs/common';
import type { MentionPage, mentionQuerySchema, MentionView } from '@sturmwarte/contracts';
import { brandsWith, DomainError, may } from '@sturmwarte/domain';
import { AlertRepository, MentionRepository, type Database } from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { DATABASE } from '../common/tokens.js';

/** The voices: what people of a brand may read of what was said. */
@Injectable()
export class MentionsService {
  private readonly mentions: MentionRepository;
  private readonly alerts: AlertRepository;

  constructor(@Inject(DATABASE) db: Database) {
    this.mentions = new MentionRepository(db);
    this.alerts = new AlertRepository(db);
  }

  async page(
    principal: Principal,
    query: z.output<typeof mentionQuerySchema>,
  ): Promise<MentionPage> {
    const { space, brand, topic, source, alert, q, ...rest } = query;
    if (alert !== undefined) {
      const { brandId, spaceId } = await this.alerts.find(alert);
      requireRight(principal, 'mentions.search', brandId);
      if (spaceId !== space) throw new DomainError('not-found', { what: 'alert', id: alert });
    }
    return this.mentions.page({
      ...rest,
      spaceId: space,
      brands: this.brands(principal, brand),
      topicId: topic,
      sourceId: source,
      alertId: alert,
      words: q === '' ? undefined : q,
    });
  }

  find(principal: Principal, id: string): Promise<MentionView> {
    return this.mentions.find(id, this.brands(principal, undefined));
  }

  private brands({ grants }: Principal, brand: number | undefined): 'all' | readonly number[] {
    if (brand === undefined) return brandsWith(grants, 'mentions.search');
    return may(grants, 'mentions.search', brand) ? [brand] : [];
  }
}
