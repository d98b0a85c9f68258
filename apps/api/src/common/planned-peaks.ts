import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { entriesOfTopic, liftAt, plannedPeakOf, type PlannedPeak } from '@sturmwarte/detect';
import {
  minuteOf,
  USUAL_MULTIPLE,
  type EvidencePeak,
  type PlannedPeakEntry,
  type Topic,
} from '@sturmwarte/domain';
import { PeakRepository, type Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { BUS, DATABASE, LOG } from './tokens.js';

/** What another server was told is taken over here at most so much later. */
const READ_AGAIN_MS = 5_000;

type Subject = Pick<Topic, 'id' | 'brandId' | 'spaceId'>;

/** The calendar of planned peaks as the detector takes it: read when the bus says so, and again for other servers. */
@Injectable()
export class PlannedPeaks {
  private readonly repository: PeakRepository;
  private entries: readonly PlannedPeakEntry[] = [];
  private known = '[]';
  private reading: Promise<void> | null = null;
  private isStale = true;
  private readMs = -Infinity;
  /** Grows whenever the calendar has changed: whoever has configured a detector with it does so again. */
  version = 0;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(BUS) bus: Bus,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.repository = new PeakRepository(db);
    bus.on('peaks.changed').subscribe(() => {
      this.isStale = true;
      void this.readSoon();
    });
  }

  /** Of one topic, for the detector. */
  of(topic: Subject): readonly PlannedPeak[] {
    return entriesOfTopic(this.entries, topic).map(plannedPeakOf);
  }

  /** The peak a moment lies in, the fading after it included; null: none. */
  at(topic: Subject, ms: number): EvidencePeak | null {
    const minute = minuteOf(ms);
    const standing = entriesOfTopic(this.entries, topic).filter(
      (one) => liftAt([plannedPeakOf(one)], minute) > 1,
    );
    const [highest] = standing.sort((a, b) => multipleOf(b) - multipleOf(a));
    if (highest === undefined) return null;
    const { title, from, until } = highest;
    return { title, from, until, multiple: multipleOf(highest) };
  }

  /** Before the first detector is configured; later a failure leaves what was known. */
  async read(): Promise<void> {
    this.isStale = false;
    const found = await this.repository.all();
    const text = JSON.stringify(found);
    if (text === this.known) return;
    this.known = text;
    this.entries = found;
    this.version++;
  }

  tick(): void {
    if (performance.now() - this.readMs >= READ_AGAIN_MS) void this.readSoon();
  }

  /** Everything told so far has been read. */
  async settled(): Promise<void> {
    while (this.isStale || this.reading !== null) await this.readSoon();
  }

  /** Entries a topic stands under that touch a time (ms), in its order. */
  within(topic: Subject, fromMs: number, toMs: number): EvidencePeak[] {
    return entriesOfTopic(this.entries, topic)
      .filter((one) => Date.parse(one.from) < toMs && Date.parse(one.until) > fromMs)
      .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
      .map((one) => ({
        ...{ title: one.title, from: one.from, until: one.until },
        multiple: multipleOf(one),
      }));
  }

  private readSoon(): Promise<void> {
    this.readMs = performance.now();
    return (this.reading ??= this.read()
      .catch((err: unknown) => this.log.warn({ err }, 'planned peaks could not be read'))
      .finally(() => {
        this.reading = null;
        // Told while it was being read: once more.
        if (this.isStale) void this.readSoon();
      }));
  }
}

function multipleOf({ multiple }: PlannedPeakEntry): number {
  return multiple ?? USUAL_MULTIPLE;
}
