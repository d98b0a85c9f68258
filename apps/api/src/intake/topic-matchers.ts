import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { LIVE_SPACE_ID } from '@sturmwarte/domain';
import { TopicRepository, type Database } from '@sturmwarte/store';
import { compileMatcher, parseQuery, standardLexicon, type Matcher } from '@sturmwarte/text';
import type { Logger } from 'pino';
import type { Subscription } from 'rxjs';
import { BUS, DATABASE, LOG } from '../common/tokens.js';

/** What a mention of a space is held against. */
export interface SpaceMatcher {
  readonly matcher: Matcher;
  readonly brandOf: ReadonlyMap<number, number>;
}

interface Slot {
  current: SpaceMatcher | null;
  loading: Promise<SpaceMatcher> | null;
  stale: boolean;
}

/** The topics of every space in one automaton each, rebuilt when topics change. */
@Injectable()
export class TopicMatchers implements OnModuleInit, OnModuleDestroy {
  private readonly slots = new Map<number, Slot>();
  private readonly topics: TopicRepository;
  private subscription: Subscription | undefined;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.topics = new TopicRepository(db);
  }

  async onModuleInit(): Promise<void> {
    this.subscription = this.bus
      .on('topics.changed')
      .subscribe(({ spaceId }) => this.renew(spaceId));
    this.subscription.add(
      this.bus.on('spaces.changed').subscribe(({ space }) => {
        if (space.endedAt !== null) this.slots.delete(space.id);
      }),
    );
    await this.of(LIVE_SPACE_ID);
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
  }

  /** The matcher as of now. Waits for a rebuild: a mention that follows a new topic must not miss it. */
  of(spaceId: number): SpaceMatcher | Promise<SpaceMatcher> {
    const slot = this.slotOf(spaceId);
    if (slot.loading !== null) return slot.loading;
    return slot.current ?? this.load(spaceId, slot);
  }

  private renew(spaceId: number): void {
    const slot = this.slots.get(spaceId);
    if (slot === undefined) return;
    if (slot.loading !== null) slot.stale = true;
    else
      this.load(spaceId, slot).catch((err: unknown) => {
        // What stands is out of date: the next mention loads again.
        slot.current = null;
        this.log.error({ err, spaceId }, 'topics could not be reloaded');
      });
  }

  private slotOf(spaceId: number): Slot {
    let slot = this.slots.get(spaceId);
    if (slot === undefined) {
      slot = { current: null, loading: null, stale: false };
      this.slots.set(spaceId, slot);
    }
    return slot;
  }

  private load(spaceId: number, slot: Slot): Promise<SpaceMatcher> {
    slot.loading = this.build(spaceId, slot).finally(() => (slot.loading = null));
    return slot.loading;
  }

  private async build(spaceId: number, slot: Slot): Promise<SpaceMatcher> {
    do {
      slot.stale = false;
      const topics = await this.topics.active(spaceId);
      const watched = topics.flatMap(({ id, query }) => {
        const parsed = parseQuery(query);
        if (parsed.ok) return { id, query: parsed.query };
        this.log.error({ topicId: id }, 'a stored query cannot be read; the topic matches nothing');
        return [];
      });
      const matcher = compileMatcher(watched, standardLexicon());
      slot.current = { matcher, brandOf: new Map(topics.map(({ id, brandId }) => [id, brandId])) };
    } while (slot.stale);
    return slot.current;
  }
}
