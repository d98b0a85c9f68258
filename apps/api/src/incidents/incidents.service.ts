import { Injectable } from '@nestjs/common';
import type {
  CommandAnswer,
  IncidentDetail,
  IncidentHit,
  incidentCommandSchema,
  incidentQuerySchema,
  IncidentView,
  openIncidentSchema,
} from '@sturmwarte/contracts';
import {
  brandsWith,
  decideIncident,
  DomainError,
  joinAlert,
  openIncident,
  requireIncidentRight,
  startPlaybook,
  evolveIncident,
  type IncidentEvent,
  type JournalEntry,
} from '@sturmwarte/domain';
import {
  AlertRepository,
  IncidentRepository,
  MentionRepository,
  type LockedIncident,
} from '@sturmwarte/store';
import type { z } from 'zod';
import { PlaybookShelf } from '../common/playbook-shelf.js';
import type { Principal } from '../common/principal.js';
import { signedAlertOf } from './alert-sign.js';
import { actorOf, IncidentDesk } from '../common/incident-desk.js';
import { IncidentBorders } from './incident-borders.js';
import { OrderCompleter } from './order-completer.js';
import { requireEntry } from './require-entry.js';

/** So much of the journal's end comes with the room. */
const ENTRIES_SHOWN = 200;

/** Incidents as people read and change them. */
@Injectable()
export class IncidentsService {
  private readonly incidents: IncidentRepository;
  private readonly alerts: AlertRepository;
  private readonly mentions: MentionRepository;

  constructor(
    private readonly desk: IncidentDesk,
    private readonly shelf: PlaybookShelf,
    private readonly orders: OrderCompleter,
    private readonly borders: IncidentBorders,
  ) {
    this.incidents = new IncidentRepository(desk.db);
    this.alerts = new AlertRepository(desk.db);
    this.mentions = new MentionRepository(desk.db);
  }

  list(
    { grants, personId }: Principal,
    { space: spaceId, state, before, limit }: z.output<typeof incidentQuerySchema>,
  ): Promise<IncidentView[]> {
    const reader = { brands: brandsWith(grants, 'incident.see'), personId };
    return this.incidents.list(reader, { spaceId, state, before, limit });
  }

  search({ grants, personId }: Principal, words: string, limit: number): Promise<IncidentHit[]> {
    const reader = { brands: brandsWith(grants, 'incident.see'), personId };
    return this.incidents.search(reader, words, limit);
  }

  async detail(principal: Principal, id: number): Promise<IncidentDetail> {
    const { incident } = await this.entered(principal, id);
    const entries = await this.incidents.entriesBefore(id, incident.version + 1, ENTRIES_SHOWN);
    return { id, incident, entries };
  }

  async entries(
    principal: Principal,
    id: number,
    {
      after,
      before,
      limit,
    }: { after?: number | undefined; before?: number | undefined; limit: number },
  ): Promise<JournalEntry[]> {
    await this.entered(principal, id);
    if (after !== undefined) return this.incidents.entriesAfter(id, after, limit);
    return this.incidents.entriesBefore(id, before ?? 1, limit);
  }

  async open(
    principal: Principal,
    values: z.output<typeof openIncidentSchema>,
  ): Promise<IncidentView> {
    const actor = actorOf(principal);
    const alerts = await Promise.all(values.alertIds.map((id) => this.alerts.find(id)));
    const spaceId = alerts[0]?.spaceId ?? values.spaceId;
    const brandId = alerts[0]?.brandId ?? values.brandId;
    if (brandId === null) throw new DomainError('input-missing', { key: 'brandId' });
    if (alerts.some((alert) => alert.brandId !== brandId || alert.spaceId !== spaceId)) {
      throw new DomainError('invalid-input', { field: 'alertIds' });
    }
    requireIncidentRight({ brandId }, actor, 'incident.open');
    const space = await this.desk.space(spaceId);
    if (space.endedAt !== null) throw new DomainError('space-ended', { id: spaceId });
    const book = values.playbookId === null ? null : this.shelf.find(values.playbookId);
    const firstNegativeAt = await this.firstVoice(alerts);
    const firstAlertAt = alerts.map(({ openedAt }) => openedAt).sort()[0] ?? null;
    const recorded = await this.desk.db.transaction(async (tx) => {
      if (book !== null) await this.incidents.keepPlaybook(book.ref.hash, book.playbook, tx);
      return this.desk.open(tx, space, actor, (number, at) => {
        const { title, t0 } = values;
        const signed = alerts.map(signedAlertOf);
        const place = { number, title, brandId, spaceId, firstAlertAt, firstNegativeAt, t0 };
        const opened = openIncident({ ...place, alerts: signed }, actor, at);
        if (book === null) return [opened];
        const incident = evolveIncident(null, { seq: 1, at, by: actor, event: opened });
        return [opened, ...startPlaybook(incident, book.ref, book.playbook, 'by-hand', [])];
      });
    });
    this.desk.tell([recorded]);
    return recorded.view;
  }

  async command(
    principal: Principal,
    id: number,
    { seen, order }: z.output<typeof incidentCommandSchema>,
  ): Promise<CommandAnswer> {
    if (order.type === 'link' || order.type === 'unlink') {
      return this.borders.link(principal, id, order);
    }
    const actor = actorOf(principal);
    const starting =
      order.type === 'start-playbook' ? [this.shelf.find(order.playbookId).ref.hash] : [];
    const decide = async (
      locked: LockedIncident,
      around: Parameters<Parameters<IncidentDesk['change']>[2]>[1],
      tx: Parameters<Parameters<IncidentDesk['change']>[2]>[2],
    ): Promise<readonly IncidentEvent[]> => {
      requireEntry(principal, locked);
      if (order.type === 'join-alert') {
        const { incident } = locked;
        requireIncidentRight(incident, actor, 'incident.open');
        const alert = await this.alerts.find(order.alertId);
        if (alert.brandId !== incident.brandId || alert.spaceId !== incident.spaceId) {
          throw new DomainError('invalid-input', { field: 'alertId' });
        }
        const known = incident.alerts.find((one) => one.alert.id === alert.id);
        const how = known?.standing === 'proposed' ? 'proposed' : 'by-hand';
        return joinAlert(incident, signedAlertOf(alert), how, [], around);
      }
      const command = await this.orders.complete(order, locked, around.at, tx, principal);
      return decideIncident(locked.incident, command, { ...around, actor, seen });
    };
    const recorded = await this.desk.change(id, actor, decide, starting);
    return { incidentId: id, entries: recorded?.entries ?? [] };
  }

  /** Everything of the journal, to take away. */
  async exported(principal: Principal, id: number) {
    const found = await this.entered(principal, id);
    requireIncidentRight(found.incident, actorOf(principal), 'incident.export');
    return found;
  }

  async *allEntries(id: number, upTo: number): AsyncGenerator<JournalEntry> {
    for (let seen = 0; seen < upTo;) {
      const entries = await this.incidents.entriesAfter(id, seen, Math.min(1_000, upTo - seen));
      if (entries.length === 0) return;
      yield* entries;
      seen = entries.at(-1)?.seq ?? upTo;
    }
  }

  async entered(principal: Principal, id: number) {
    const found = await this.incidents.find(id);
    requireEntry(principal, found);
    return found;
  }

  private async firstVoice(
    alerts: readonly Awaited<ReturnType<AlertRepository['find']>>[],
  ): Promise<string | null> {
    const times: string[] = [];
    for (const { evidence, spaceId } of alerts) {
      if (evidence.firstMentionId === null) continue;
      const [first] = await this.mentions.byIds([evidence.firstMentionId], spaceId);
      if (first !== undefined) times.push(first.observedAt);
    }
    return times.sort()[0] ?? null;
  }
}
