import { Inject, Injectable } from '@nestjs/common';
import type {
  MuteDetail,
  muteCreateSchema,
  muteQuerySchema,
  MuteView,
} from '@sturmwarte/contracts';
import {
  brandsWith,
  checkMuteTime,
  DomainError,
  requireStandingMute,
  type Clock,
  type MuteEvent,
  type MuteSubject,
} from '@sturmwarte/domain';
import {
  AlertRepository,
  SpaceRepository,
  TopicRepository,
  type NamedMute,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { CLOCK } from '../common/tokens.js';
import { MuteDesk } from './mute-desk.js';

/** How many alerts of one mute are shown. */
const SHOWN = 100;

/** Mutes, and what people do about them. `MuteTicker` warns and ends; `watch` keeps quiet because of them. */
@Injectable()
export class MutesService {
  private readonly topics: TopicRepository;
  private readonly spaces: SpaceRepository;
  private readonly alerts: AlertRepository;

  constructor(
    private readonly desk: MuteDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.topics = new TopicRepository(desk.db);
    this.spaces = new SpaceRepository(desk.db);
    this.alerts = new AlertRepository(desk.db);
  }

  async list(
    { grants }: Principal,
    { space: spaceId, limit }: z.output<typeof muteQuerySchema>,
  ): Promise<MuteView[]> {
    const brands = brandsWith(grants, 'board.see');
    return this.viewsOf(await this.desk.mutes.list({ spaceId, brands, limit }));
  }

  async detail(principal: Principal, id: number): Promise<MuteDetail> {
    const found = await this.desk.mutes.find(id);
    requireRight(principal, 'board.see', found.brandId);
    const [history, held] = await Promise.all([
      this.desk.mutes.history(id),
      this.desk.mutes.heldBack([id]),
    ]);
    const ids = (held.get(id)?.alertIds ?? []).slice(0, SHOWN);
    const alerts = await Promise.all(ids.map((alertId) => this.alerts.find(alertId)));
    const [mute] = await this.viewsOf([found]);
    if (mute === undefined) throw new DomainError('not-found', { what: 'mute', id });
    return { mute, history, alerts };
  }

  async set(principal: Principal, values: z.output<typeof muteCreateSchema>): Promise<MuteView> {
    const { subject, reason, until, breaksThrough } = values;
    const { spaceId, brandId, name } = await this.subjectOf(subject);
    requireRight(principal, 'mute.set', brandId);
    const { at, by } = await this.stampOf(principal, spaceId);
    const from = values.from === undefined || values.from < at ? at : isoOf(values.from);
    checkMuteTime(from, until, Date.parse(at));
    const named = { spaceId, brandId, subject, name };
    const mute = await this.desk.change(principal, async (tx) => {
      await this.refuseSecond(subject, at, tx);
      const given = { ...named, reason, from, until: isoOf(until), breaksThrough, by };
      const mute = await this.desk.mutes.add(given, tx);
      return { mute, event: eventOf('set', at, by, reason, mute) };
    });
    return this.viewOf(mute);
  }

  async extend(principal: Principal, id: number, until: string, reason: string): Promise<MuteView> {
    const { at, by } = await this.stampOf(principal, (await this.mine(principal, id)).spaceId);
    const mute = await this.desk.change(principal, async (tx) => {
      const before = await this.desk.mutes.lock(id, tx);
      requireStandingMute(before, Date.parse(at));
      checkMuteTime(before.from, until, Date.parse(at));
      const mute = await this.desk.mutes.extend(id, isoOf(until), tx);
      return { mute, event: eventOf('extended', at, by, reason, mute) };
    });
    return this.viewOf(mute);
  }

  /** Of two people at once one ends it; the other is told who did. */
  async end(principal: Principal, id: number, reason: string | null): Promise<MuteView> {
    const { at, by } = await this.stampOf(principal, (await this.mine(principal, id)).spaceId);
    const mute = await this.desk.change(principal, async (tx) => {
      requireStandingMute(await this.desk.mutes.lock(id, tx), Date.parse(at));
      const mute = await this.desk.mutes.end(id, at, by, tx);
      return { mute, event: eventOf('ended-early', at, by, reason, mute) };
    });
    return this.viewOf(mute);
  }

  private async mine(principal: Principal, id: number): Promise<NamedMute> {
    const mute = await this.desk.mutes.find(id);
    requireRight(principal, 'mute.set', mute.brandId);
    return mute;
  }

  private subjectOf(subject: MuteSubject & { kind: 'topic' }) {
    return this.topics.find(subject.topicId);
  }

  private async refuseSecond(
    { topicId }: MuteSubject & { kind: 'topic' },
    at: string,
    tx: Parameters<MuteDesk['mutes']['openOfTopic']>[2],
  ): Promise<void> {
    const other = await this.desk.mutes.openOfTopic(topicId, new Date(at), tx);
    if (other === null) return;
    throw new DomainError('muted-already', { by: other.by.name, until: other.until });
  }

  private async stampOf({ personId, name }: Principal, spaceId: number) {
    const { now, endedAt, id } = await this.spaces.find(spaceId);
    if (endedAt !== null) throw new DomainError('space-ended', { id });
    return { at: now ?? new Date(this.clock.now()).toISOString(), by: { id: personId, name } };
  }

  private async viewOf(mute: NamedMute | null): Promise<MuteView> {
    const [view] = await this.viewsOf(mute === null ? [] : [mute]);
    if (view === undefined) throw new Error('a change of a mute changed nothing');
    return view;
  }

  private async viewsOf(mutes: readonly NamedMute[]): Promise<MuteView[]> {
    const held = await this.desk.mutes.heldBack(mutes.map(({ id }) => id));
    return mutes.map(({ warnedAt: _, ...mute }) => ({
      ...mute,
      heldAlarms: held.get(mute.id)?.alarms ?? 0,
      heldMentions: 0,
    }));
  }
}

function eventOf(
  kind: MuteEvent['kind'],
  at: string,
  by: MuteEvent['by'],
  reason: string | null,
  { until }: NamedMute,
): MuteEvent {
  return { kind, at, by, reason, until };
}

/** As the record compares times. */
function isoOf(time: string): string {
  return new Date(time).toISOString();
}
