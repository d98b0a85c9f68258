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
} from '@sturmwarte/domain';
import {
  AlertRepository,
  MentionRepository,
  QuietMentionsRepository,
  SpaceRepository,
  type NamedMute,
} from '@sturmwarte/store';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { CLOCK } from '../common/tokens.js';
import { MuteDesk } from './mute-desk.js';
import { MuteSubjects } from './mute-subjects.js';
import { MuteViews } from './mute-views.js';

/** How many alerts of one mute are shown, and how many mentions. */
const SHOWN = 100;
const SHOWN_MENTIONS = 10;

/** Mutes, and what people do about them. `MuteTicker` warns and ends; `watch` keeps quiet because of them. */
@Injectable()
export class MutesService {
  private readonly mentions: MentionRepository;
  private readonly quiet: QuietMentionsRepository;
  private readonly spaces: SpaceRepository;
  private readonly alerts: AlertRepository;

  constructor(
    private readonly desk: MuteDesk,
    private readonly subjects: MuteSubjects,
    private readonly views: MuteViews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.mentions = new MentionRepository(desk.db);
    this.quiet = new QuietMentionsRepository(desk.db);
    this.spaces = new SpaceRepository(desk.db);
    this.alerts = new AlertRepository(desk.db);
  }

  async list(
    { grants }: Principal,
    { space: spaceId, q: text, ...rest }: z.output<typeof muteQuerySchema>,
  ): Promise<MuteView[]> {
    const brands = brandsWith(grants, 'board.see');
    return this.views.of(await this.desk.mutes.list({ spaceId, brands, text, ...rest }), brands);
  }

  async detail(principal: Principal, id: number): Promise<MuteDetail> {
    const found = await this.desk.mutes.find(id);
    requireRight(principal, 'board.see', found.brandId);
    const [history, held, quiet] = await Promise.all([
      this.desk.mutes.history(id),
      this.desk.mutes.heldBack([id]),
      this.quiet.newest(id, SHOWN_MENTIONS),
    ]);
    const ids = (held.get(id)?.alertIds ?? []).slice(0, SHOWN);
    const alerts = await Promise.all(ids.map((alertId) => this.alerts.find(alertId)));
    const brands = brandsWith(principal.grants, 'board.see');
    const mentions = await this.mentions.byIds(quiet, found.spaceId, brands);
    return { mute: await this.viewOf(principal, found), history, alerts, mentions };
  }

  async set(principal: Principal, values: z.output<typeof muteCreateSchema>): Promise<MuteView> {
    const { subject, reason, until } = values;
    const known = await this.subjects.know(principal, values);
    const { spaceId, brandId } = known;
    requireRight(principal, 'mute.set', brandId);
    const breaksThrough = subject.kind === 'topic' && values.breaksThrough;
    const { at, by } = await this.stampOf(principal, spaceId);
    const from = values.from === undefined || values.from < at ? at : isoOf(values.from);
    checkMuteTime(from, until, Date.parse(at));
    const mute = await this.desk.change(principal, async (tx) => {
      await this.subjects.refuseSecond(known, at, tx);
      const given = { ...known, reason, from, until: isoOf(until), breaksThrough, by };
      const mute = await this.desk.mutes.add(given, tx);
      return { mute, event: eventOf('set', at, by, reason, mute) };
    });
    return this.viewOf(principal, mute);
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
    return this.viewOf(principal, mute);
  }

  /** Of two people at once one ends it; the other is told who did. */
  async end(principal: Principal, id: number, reason: string | null): Promise<MuteView> {
    const { at, by } = await this.stampOf(principal, (await this.mine(principal, id)).spaceId);
    const mute = await this.desk.change(principal, async (tx) => {
      requireStandingMute(await this.desk.mutes.lock(id, tx), Date.parse(at));
      const mute = await this.desk.mutes.end(id, at, by, tx);
      return { mute, event: eventOf('ended-early', at, by, reason, mute) };
    });
    return this.viewOf(principal, mute);
  }

  private async mine(principal: Principal, id: number): Promise<NamedMute> {
    const mute = await this.desk.mutes.find(id);
    requireRight(principal, 'mute.set', mute.brandId);
    return mute;
  }

  private async stampOf({ personId, name }: Principal, spaceId: number) {
    const { now, endedAt, id } = await this.spaces.find(spaceId);
    if (endedAt !== null) throw new DomainError('space-ended', { id });
    return { at: now ?? new Date(this.clock.now()).toISOString(), by: { id: personId, name } };
  }

  private async viewOf({ grants }: Principal, mute: NamedMute | null): Promise<MuteView> {
    const brands = brandsWith(grants, 'board.see');
    const [view] = await this.views.of(mute === null ? [] : [mute], brands);
    if (view === undefined) throw new Error('a change of a mute changed nothing');
    return view;
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
