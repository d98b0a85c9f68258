import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../scenario/random.js';
import { Ledger, stampOf, type Item } from './ledger.js';
import type { Door } from './doors.js';
import { angryText, calmText, otherText, type Storm } from './storm.js';

const SENDERS = 3;
const LARGEST_BATCH = 50;
const PAUSE_MS = 40;
const AGAIN_AFTER_MS = 100;
/** Of the batches nobody acknowledged, so many are sent again; the rest stays in doubt. */
const INSISTENCE = 0.7;
const BURST_BATCH = 500;

export interface LoadOptions {
  readonly random: Random;
  readonly door: Door;
  readonly storms: readonly Storm[];
  /** Begins every key: rounds never share one. */
  readonly prefix: string;
}

/** People write, several senders carry it in: new mentions, edits, deletions, the same once more. */
export class Load {
  readonly ledger = new Ledger();
  /** When the last batch that was acknowledged had been sent, `performance.now`. */
  lastHeardOf = 0;
  acknowledgedBatches = 0;
  readonly refusals: string[] = [];
  private readonly sentSoFar: Item[][] = [];
  private readonly again: Item[][] = [];
  private readonly workers: Promise<void>[] = [];
  private readonly startedAt = performance.now();
  private made = 0;
  private stopping = false;

  constructor(private readonly options: LoadOptions) {}

  start(): void {
    for (let n = 0; n < SENDERS; n++) this.workers.push(this.work());
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.workers);
  }

  /** One batch, until it is acknowledged: at least as many angry ones per storm as make an alert. */
  async topUp(angry: number): Promise<void> {
    const items = this.options.storms.flatMap((storm) =>
      storm.fromMs === null ? [] : Array.from({ length: angry }, () => this.anger(storm)),
    );
    if (items.length > 0) await this.insist(items);
  }

  /** The storms break out now; does not wait for anything. */
  kindle(angry: number): void {
    this.workers.push(this.topUp(angry));
  }

  /** So many mentions at once that the second look has to do; does not wait for anything. */
  burst(mentions: number): void {
    const { random, storms, prefix } = this.options;
    const wanted = storms.filter(({ fromMs }) => fromMs !== null);
    for (let left = mentions; left > 0; left -= BURST_BATCH) {
      const items = Array.from({ length: Math.min(left, BURST_BATCH) }, () =>
        this.mention(`${prefix}m${this.made++}`, 0, calmText(random, random.pick(wanted).word)),
      );
      this.workers.push(this.insist(items));
    }
  }

  /** Everything that was ever sent, from the beginning. */
  async resendAll(): Promise<void> {
    for (const batch of [...this.sentSoFar]) await this.insist(batch);
  }

  private async insist(items: Item[]): Promise<void> {
    while (!(await this.send(items)) && !this.stopping) await sleep(AGAIN_AFTER_MS);
  }

  private async work(): Promise<void> {
    const { random } = this.options;
    while (!this.stopping) {
      const items = this.again.shift() ?? this.compose();
      if (!(await this.send(items))) {
        if (random.next() < INSISTENCE) this.again.push(items);
        await sleep(AGAIN_AFTER_MS);
      }
      await sleep(random.below(PAUSE_MS));
    }
  }

  private async send(items: Item[]): Promise<boolean> {
    const sentAt = performance.now();
    this.ledger.note(items);
    this.sentSoFar.push(items);
    const answer = await this.options.door.take(items);
    if (answer === 'taken') {
      this.ledger.acknowledge(items);
      this.lastHeardOf = Math.max(this.lastHeardOf, sentAt);
      this.acknowledgedBatches++;
      return true;
    }
    if (answer !== 'later') this.refusals.push(answer.refused);
    return false;
  }

  private compose(): Item[] {
    const { random, storms } = this.options;
    const items = new Map<string, Item>();
    const add = (item: Item): void => void items.set(item.externalId, item);
    for (let n = 1 + random.below(LARGEST_BATCH); n > 0; n--) add(this.oneItem());
    const ms = performance.now() - this.startedAt;
    for (const storm of storms) {
      if (storm.fromMs !== null && ms > storm.fromMs && random.next() < 0.25)
        add(this.anger(storm));
    }
    return [...items.values()];
  }

  private oneItem(): Item {
    const { random, prefix, storms } = this.options;
    const old = this.made === 0 ? 0 : random.below(this.made);
    // Who is angry stays angry: what makes the alerts is neither edited nor taken back.
    const key = `${prefix}m${old}`;
    const known = this.ledger.keys.get(key);
    const chance = random.next();
    if (known !== undefined && chance < 0.08) return this.mention(key, known.sent + 1, this.calm());
    if (known !== undefined && chance < 0.16 && known.sent >= 0) {
      return this.mention(key, random.below(known.sent + 1), this.calm());
    }
    if (known !== undefined && chance < 0.2) return { op: 'delete', externalId: key };
    const about = random.pick(storms);
    const text = random.next() < 0.3 ? calmText(random, about.word) : this.calm();
    return this.mention(`${prefix}m${this.made++}`, 0, text);
  }

  private calm(): string {
    return otherText(this.options.random);
  }

  private anger(storm: Storm): Item {
    const { random, prefix } = this.options;
    storm.angry++;
    const key = `${prefix}a${storm.topicId}-${storm.angry}`;
    return this.mention(key, 0, angryText(random, storm.word));
  }

  private mention(key: string, version: number, text: string): Item {
    const author = { id: `author of ${key}` };
    return {
      externalId: key,
      version,
      channel: 'x',
      author,
      text: `${text} ${stampOf(key, version)}`,
    };
  }
}
