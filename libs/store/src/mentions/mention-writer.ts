import { DomainError } from '@sturmwarte/domain';
import type { Pool } from './pool.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { AuthorKeys } from './author-keys.js';
import { commitBatch, type Batch } from './commit-batch.js';
import { commitFailure } from './commit-failure.js';
import type { CommittedBatch } from './committed-batch.js';
import { versionOf, type Entry } from './entry.js';
import { dayOf, IDS_PER_BATCH } from './mention-id.js';
import { mentionKey } from './mention-key.js';
import { ensurePartitions } from './partitions.js';
import type { Outcome, PreparedItem } from './prepared-item.js';
import { YoungMap } from './young-map.js';

export interface BatchReport {
  readonly items: number;
  /** From the first statement to the end of the commit. */
  readonly ms: number;
  readonly careful: boolean;
}

export interface MentionWriterOptions {
  /** Makes the keys of authors. */
  readonly secret: string;
  /** After each commit, before its senders are told; must not throw. */
  readonly onCommit?: (batches: readonly CommittedBatch[]) => void;
  readonly onBatch?: (report: BatchReport) => void;
  /** A batch failed and is tried again, or given up. */
  readonly onFault?: (error: unknown) => void;
  readonly writers?: number;
  readonly batchSize?: number;
  /** How long a batch waits for a database that is away. */
  readonly patienceMs?: number;
  /** The server's clock. */
  readonly now?: () => number;
}

/** At least so many keys are remembered, at most twice as many (some 10 MB). */
const KEYS_KEPT = 50_000;
/** After a batch met a known key (a sender starts over), so many batches ask first. */
const CAREFUL_BATCHES = 8;
const CROSSED_TRIES = 20;
const UNKNOWN = -1;
const IN_FLIGHT = -2;

/**
 * Writes mentions, durable and exactly once. Items wait in one queue; each writer that is free takes all of it (at most
 * a batch) into one transaction: the busier it is, the larger the batches. A key that is in flight waits for the next
 * batch, so that no two writers hold the same key and the versions of a mention are settled in their order.
 */
export class MentionWriter {
  readonly authors: AuthorKeys;
  private queue: Entry[] = [];
  /** Versions of keys known to be stored; IN_FLIGHT of those in a batch under way. */
  private readonly known = new YoungMap<number>(KEYS_KEPT);
  private free: number;
  private waiting = 0;
  private careful = 0;
  private stopping = false;
  private readonly idle: (() => void)[] = [];

  constructor(
    private readonly pool: Pool,
    private readonly options: MentionWriterOptions,
  ) {
    this.authors = new AuthorKeys(options.secret);
    this.free = options.writers ?? 2;
  }

  /** Items accepted and not yet settled. */
  get pending(): number {
    return this.waiting;
  }

  /** Makes today's and tomorrow's partitions; call at the start and well before midnight. */
  async prepare(): Promise<void> {
    const today = dayOf(this.now());
    await ensurePartitions(this.pool, [today, today + 1]);
  }

  /**
   * Resolves after the commit, with one outcome for each item. Rejects with `unavailable` when the database stays away,
   * with `internal` when a row cannot be stored at all; what of it was stored stays, sending again is harmless.
   */
  submit(items: readonly PreparedItem[]): Promise<Outcome[]> {
    if (this.stopping) return Promise.reject(new DomainError('unavailable'));
    if (items.length === 0) return Promise.resolve([]);
    this.waiting += items.length;
    return new Promise((resolve, reject) => {
      let open = items.length;
      let failure: Error | undefined;
      const settle = (error?: Error): void => {
        failure ??= error;
        this.waiting--;
        if (--open > 0) return;
        if (failure) reject(failure);
        else resolve(entries.map(({ outcome }) => outcome ?? 'duplicate'));
      };
      const entries = items.map((item) => this.entryOf(item, settle));
      for (const entry of entries) this.queue.push(entry);
      this.pump();
    });
  }

  /** Settles what was accepted, then takes no more. */
  async stop(): Promise<void> {
    this.stopping = true;
    while (this.waiting > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private entryOf(item: PreparedItem, settle: Entry['settle']): Entry {
    const { sourceId } = item;
    const externalId = item.op === 'upsert' ? item.mention.externalId : item.externalId;
    const author = item.op === 'upsert' ? this.authors.of(sourceId, item.mention.author.id) : null;
    const key = mentionKey(sourceId, externalId);
    return { item, key, author, id: 0, outcome: undefined, known: UNKNOWN, settle };
  }

  private pump(): void {
    while (this.free > 0 && this.queue.length > 0) {
      const entries = this.take();
      if (entries.length === 0) return;
      this.free--;
      void this.work(entries).finally(() => {
        this.free++;
        this.pump();
        if (this.waiting === 0) for (const resolve of this.idle.splice(0)) resolve();
      });
    }
  }

  /** Settles at once what is known to change nothing; leaves in the queue what must wait for a key in flight. */
  private take(): Entry[] {
    const size = Math.min(this.options.batchSize ?? IDS_PER_BATCH, IDS_PER_BATCH);
    const batch: Entry[] = [];
    const later: Entry[] = [];
    let at = 0;
    for (; at < this.queue.length && batch.length < size; at++) {
      const entry = this.queue[at] as Entry;
      const known = this.known.get(entry.key) ?? UNKNOWN;
      if (known === IN_FLIGHT) {
        later.push(entry);
        continue;
      }
      entry.known = known;
      if (isOld(entry)) {
        entry.outcome = 'duplicate';
        entry.settle();
      } else {
        this.known.set(entry.key, IN_FLIGHT);
        batch.push(entry);
      }
    }
    this.queue = later.length === 0 ? this.queue.slice(at) : [...later, ...this.queue.slice(at)];
    return batch;
  }

  private async work(entries: readonly Entry[]): Promise<void> {
    const started = performance.now();
    const batch: Batch = {
      entries,
      receivedMs: this.now(),
      careful: this.careful-- > 0,
      numbered: false,
    };
    if (this.careful < 0) this.careful = 0;
    try {
      const news = await this.commit(batch);
      for (const entry of entries) this.remember(entry);
      this.options.onCommit?.(news);
      this.options.onBatch?.({
        items: entries.length,
        ms: performance.now() - started,
        careful: batch.careful,
      });
    } catch (error) {
      await this.giveUp(entries, error);
      return;
    }
    for (const entry of entries) entry.settle();
  }

  /** Tries until it is durable; throws for bad data, and for an outage that lasts. */
  private async commit(batch: Batch): Promise<CommittedBatch[]> {
    const deadline = performance.now() + (this.options.patienceMs ?? 20_000);
    for (let tries = 1; ; tries++) {
      try {
        return await this.attempt(batch);
      } catch (error) {
        const failure = commitFailure(error);
        if (failure === 'known-key') {
          batch.careful = true;
          this.careful = CAREFUL_BATCHES;
          continue;
        }
        this.options.onFault?.(error);
        if (failure === 'bad-data' || tries > CROSSED_TRIES) throw error;
        if (failure === 'no-partition') {
          await ensurePartitions(this.pool, [dayOf(batch.receivedMs)]);
        } else if (failure === 'outage') {
          if (performance.now() > deadline) throw new DomainError('unavailable');
          batch.careful = true;
          await sleep(Math.min(50 * 2 ** tries, 1_000));
        } else {
          await sleep(Math.random() * 20 * tries);
        }
      }
    }
  }

  private async attempt(batch: Batch): Promise<CommittedBatch[]> {
    const client = await this.pool.connect();
    try {
      const news = await commitBatch(client, batch);
      client.release();
      return news;
    } catch (error) {
      const rolledBack = await client.query('rollback').then(
        () => true,
        () => false,
      );
      client.release(!rolledBack);
      throw error;
    }
  }

  /** One bad row must not take the others with it: halves are tried on their own, down to the row. */
  private async giveUp(entries: readonly Entry[], error: unknown): Promise<void> {
    const outage = error instanceof DomainError || commitFailure(error) !== 'bad-data';
    if (outage || entries.length === 1) {
      const reason = outage ? new DomainError('unavailable') : new DomainError('internal');
      for (const entry of entries) {
        this.known.delete(entry.key);
        entry.settle(reason);
      }
      return;
    }
    const middle = entries.length >> 1;
    await this.work(entries.slice(0, middle));
    await this.work(entries.slice(middle));
  }

  private remember(entry: Entry): void {
    if (entry.outcome === 'deleted') this.known.set(entry.key, Number.MAX_SAFE_INTEGER);
    else if (entry.outcome === 'duplicate') this.known.set(entry.key, entry.known);
    else this.known.set(entry.key, versionOf(entry.item));
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}

function isOld({ item, known }: Entry): boolean {
  if (known < 0) return false;
  if (item.op === 'delete') return known === Number.MAX_SAFE_INTEGER;
  return known >= versionOf(item);
}
