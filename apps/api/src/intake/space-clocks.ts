import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { LIVE_SPACE_ID, type Clock } from '@sturmwarte/domain';
import { SpaceRepository, type Database } from '@sturmwarte/store';
import type { Subscription } from 'rxjs';
import { BUS, CLOCK, DATABASE } from '../common/tokens.js';

/** What time it is in every space. Replays and drills have a clock of their own, which never runs backwards. */
@Injectable()
export class SpaceClocks implements OnModuleInit, OnModuleDestroy {
  private readonly own = new Map<number, number>();
  private readonly spaces: SpaceRepository;
  private subscription: Subscription | undefined;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.spaces = new SpaceRepository(db);
  }

  onModuleInit(): void {
    this.subscription = this.bus
      .on('clock.moved')
      .subscribe(({ spaceId, now }) => this.advance(spaceId, Date.parse(now)));
    this.subscription.add(
      this.bus.on('spaces.changed').subscribe(({ space }) => this.own.delete(space.id)),
    );
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
  }

  get serverMs(): number {
    return this.clock.now();
  }

  /** Call before `now` for a space that may not be known yet. */
  async know(spaceId: number): Promise<void> {
    if (spaceId === LIVE_SPACE_ID || this.own.has(spaceId)) return;
    const { now } = await this.spaces.find(spaceId);
    if (now !== null) this.own.set(spaceId, Date.parse(now));
  }

  hasOwn(spaceId: number): boolean {
    return this.own.has(spaceId);
  }

  now(spaceId: number): number {
    return this.own.get(spaceId) ?? this.clock.now();
  }

  /** A newer mention pushes the clock of its replay. Answers what time it is then; `nowMs` where the clock is ours. */
  advance(spaceId: number, ms: number, nowMs = this.clock.now()): number {
    const known = this.own.get(spaceId);
    if (known === undefined) return nowMs;
    if (ms > known) this.own.set(spaceId, ms);
    return Math.max(known, ms);
  }
}
