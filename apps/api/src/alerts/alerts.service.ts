import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type {
  AlertDetail,
  alertQuerySchema,
  alertSearchSchema,
  AlertView,
} from '@sturmwarte/contracts';
import {
  brandsWith,
  decideAlertCommand,
  evidenceOfRise,
  may,
  mentionsOfDrivers,
  type AlertCommand,
  type Clock,
  type Right,
} from '@sturmwarte/domain';
import {
  AlertRepository,
  MentionRepository,
  recordCommand,
  SpaceRepository,
  type Database,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { BUS, CLOCK, DATABASE } from '../common/tokens.js';
import { reasonsSaying } from './reasons-saying.js';
import { similarAlerts } from './similar-alerts.js';

type Unsigned<T> = T extends unknown ? Omit<T, 'at' | 'by'> : never;

/** How many earlier alerts are compared. */
const COMPARED = 200;
const RIGHT_FOR: Record<AlertCommand['type'], Right> = {
  acknowledge: 'alert.acknowledge',
  note: 'alert.note',
  close: 'alert.close',
  reopen: 'alert.close',
};

/** Alerts, and what people do about them. The machine's side lives in `watch`. */
@Injectable()
export class AlertsService {
  private readonly alerts: AlertRepository;
  private readonly mentions: MentionRepository;
  private readonly spaces: SpaceRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.alerts = new AlertRepository(db);
    this.mentions = new MentionRepository(db);
    this.spaces = new SpaceRepository(db);
  }

  list(principal: Principal, query: z.output<typeof alertQuerySchema>): Promise<AlertView[]> {
    const { space: spaceId, brand, topic: topicId, state, live, before, limit } = query;
    const allowed = brandsWith(principal.grants, 'board.see');
    const brands =
      brand === undefined ? allowed : may(principal.grants, 'board.see', brand) ? [brand] : [];
    return this.alerts.list({ spaceId, brands, topicId, state, live, before, limit });
  }

  /** By topic, words that stood out, what people noted, and the reason it was closed for, in either language. */
  search(
    { grants }: Principal,
    { space: spaceId, words, limit }: z.output<typeof alertSearchSchema>,
  ): Promise<AlertView[]> {
    const brands = brandsWith(grants, 'board.see');
    return this.alerts.search({ spaceId, brands, words, reasons: reasonsSaying(words), limit });
  }

  async detail(principal: Principal, id: number): Promise<AlertDetail> {
    const alert = await this.alerts.find(id);
    requireRight(principal, 'board.see', alert.brandId);
    const [history, earlier] = await Promise.all([
      this.alerts.history(id),
      this.alerts.earlier(alert, COMPARED),
    ]);
    const { firstMentionId, sampleMentionIds, drivers } = evidenceOfRise({ alert, history });
    const driving = mentionsOfDrivers(drivers);
    const shown = [...sampleMentionIds, ...(firstMentionId === null ? [] : [firstMentionId])];
    const wanted = [...new Set([...shown, ...driving])];
    const mentions = await this.mentions.byIds(wanted, alert.spaceId);
    const byId = new Map(mentions.map((mention) => [mention.id, mention]));
    return {
      alert,
      history,
      samples: sampleMentionIds.flatMap((sample) => byId.get(sample) ?? []),
      first: (firstMentionId === null ? undefined : byId.get(firstMentionId)) ?? null,
      driving: driving.flatMap((one) => byId.get(one) ?? []),
      similar: similarAlerts(alert, earlier),
    };
  }

  /** Of two people at once one wins; the other is refused and told who was first. */
  async command(
    principal: Principal,
    id: number,
    unsigned: Unsigned<AlertCommand>,
  ): Promise<AlertView> {
    const by = { id: principal.personId, name: principal.name };
    const { now } = await this.spaces.find((await this.alerts.find(id)).spaceId);
    const at = now ?? new Date(this.clock.now()).toISOString();
    const { alert, message } = await this.db.transaction((tx) =>
      recordCommand(tx, id, (alert) => {
        requireRight(principal, RIGHT_FOR[unsigned.type], alert.brandId);
        return decideAlertCommand(alert, { ...unsigned, at, by });
      }),
    );
    this.bus.publish('live.appended', { messages: [message] });
    return alert;
  }
}
