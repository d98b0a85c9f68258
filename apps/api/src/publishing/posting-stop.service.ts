import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type {
  LiveMessage,
  PostingStatus,
  PostingStopped,
  PostingStopView,
} from '@sturmwarte/contracts';
import { DomainError, type Clock } from '@sturmwarte/domain';
import {
  appendLive,
  AuditRepository,
  BrandRepository,
  OutboxRepository,
  PostingStopRepository,
  type Database,
  type Tx,
} from '@sturmwarte/store';
import type { Logger } from 'pino';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { BUS, CLOCK, DATABASE, LOG } from '../common/tokens.js';
import { InFlight } from './in-flight.js';
import { Reconciler } from './reconciler.js';
import { StopTeller } from './stop-teller.js';

/** Longer than any sender needs to end, to break off, or to be known as gone. */
const MOST_MS = 7_000;
const EVERY_MS = 40;
const LATELY_MS = 15 * 60_000;
const HISTORY = 50;

/** Holds everything of a brand, and lets it go again. */
@Injectable()
export class PostingStopService {
  private readonly stops: PostingStopRepository;
  private readonly brands: BrandRepository;
  private readonly outbox: OutboxRepository;
  private readonly audit: AuditRepository;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
    private readonly inFlight: InFlight,
    private readonly reconciler: Reconciler,
    private readonly teller: StopTeller,
  ) {
    this.stops = new PostingStopRepository(db);
    this.brands = new BrandRepository(db);
    this.outbox = new OutboxRepository(db);
    this.audit = new AuditRepository(db);
  }

  async status(principal: Principal, brandId: number): Promise<PostingStatus> {
    requireRight(principal, 'incident.see', brandId);
    const [stop, history, held] = await Promise.all([
      this.stops.standing(brandId),
      this.stops.history(brandId, HISTORY),
      this.outbox.list(brandId, ['prepared']),
    ]);
    return { stop, history, held };
  }

  /**
   * Committed first: from then on no server hands anything over. Then waits until what was on its way has ended or was
   * broken off; its answer is the acknowledgement after which nothing leaves. Pressed twice, the first one stands.
   */
  async stop(principal: Principal, brandId: number, reason: string): Promise<PostingStopped> {
    requireRight(principal, 'posting.stop', brandId);
    const stop = await this.move(principal, brandId, async (tx) => {
      const standing = await this.stops.lock(brandId, tx);
      if (standing !== null) return { view: standing, isNew: false };
      const move = { ...this.said(principal, brandId, reason), kind: 'stop' as const };
      return { view: await this.stops.add(move, tx), isNew: true };
    });
    this.inFlight.stop(brandId);
    await this.tell();
    await this.nothingOnItsWay(brandId);
    const [held, left, unknown] = await Promise.all([
      this.outbox.list(brandId, ['prepared']),
      this.outbox.list(brandId, ['confirmed'], LATELY_MS),
      this.outbox.list(brandId, ['unknown', 'sending']),
    ]);
    return { stop, held, left, unknown };
  }

  async lift(principal: Principal, brandId: number, reason: string): Promise<PostingStatus> {
    requireRight(principal, 'posting.resume', brandId);
    await this.move(principal, brandId, async (tx) => {
      if ((await this.stops.lock(brandId, tx)) === null) {
        throw new DomainError('posting-not-stopped');
      }
      const move = { ...this.said(principal, brandId, reason), kind: 'resume' as const };
      return { view: await this.stops.add(move, tx), isNew: true };
    });
    await this.tell();
    return this.status(principal, brandId);
  }

  private said({ personId: id, name }: Principal, brandId: number, reason: string) {
    return { brandId, at: new Date(this.clock.now()).toISOString(), by: { id, name }, reason };
  }

  private async move(
    principal: Principal,
    brandId: number,
    decide: (tx: Tx) => Promise<{ readonly view: PostingStopView; readonly isNew: boolean }>,
  ): Promise<PostingStopView> {
    const { view, message } = await this.db.transaction(
      async (tx): Promise<{ view: PostingStopView; message: LiveMessage | null }> => {
        const { name } = await this.brands.find(brandId, tx);
        const { view, isNew } = await decide(tx);
        if (!isNew) return { view, message: null };
        await this.audit.record(tx, {
          ...{ principal, subject: name, details: { reason: view.reason } },
          action: view.kind === 'stop' ? 'posting.stopped' : 'posting.resumed',
        });
        return { view, message: await appendLive(tx, brandId, { type: 'posting', brandId }) };
      },
    );
    if (message !== null) this.bus.publish('live.appended', { messages: [message] });
    return view;
  }

  /** The journals hear of it; a fault here changes nothing about the stop, and the next round tells it. */
  private async tell(): Promise<void> {
    try {
      await this.teller.tellAll();
    } catch (err) {
      this.log.error({ err }, 'a posting stop could not be told at once');
    }
  }

  private async nothingOnItsWay(brandId: number): Promise<void> {
    const end = performance.now() + MOST_MS;
    while ((await this.outbox.sendingNow(brandId)) > 0) {
      if (performance.now() > end) throw new DomainError('unavailable');
      await sleep(EVERY_MS);
    }
    await this.reconciler.markAbandoned();
  }
}
