import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { muteStands } from '@sturmwarte/domain';
import { MuteRepository, type Database, type NamedMute } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { QuietList } from './quiet-list.js';
import { BUS, DATABASE, LOG } from './tokens.js';

/** What another server has set holds here at most so much later. */
const READ_AGAIN_MS = 3_000;

/** The mutes that are not over, as the record has them: read when the bus says so, and again and again for other servers. */
@Injectable()
export class StandingMutes {
  private readonly repository: MuteRepository;
  private byTopic: ReadonlyMap<number, readonly NamedMute[]> = new Map();
  private quiet: ReadonlyMap<number, QuietList> = new Map();
  private reading: Promise<void> | null = null;
  private isStale = true;
  /** Something was told that no reading since has brought. */
  private isBehind = true;
  private readMs = -Infinity;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(BUS) bus: Bus,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.repository = new MuteRepository(db);
    bus.on('mutes.changed').subscribe(() => {
      this.isStale = true;
      this.isBehind = true;
      void this.readSoon();
    });
  }

  /** The mute of a topic that stands at this moment of its space's clock. */
  of(topicId: number, now: number): NamedMute | null {
    return this.byTopic.get(topicId)?.find((mute) => muteStands(mute, now)) ?? null;
  }

  /** Topics with a mute that stands or will. */
  topics(): Iterable<number> {
    return this.byTopic.keys();
  }

  /** What mutes of a space keep from counting as of now; null, nearly always: nothing. Waits for what was told. */
  async quietIn(spaceId: number): Promise<QuietList | null> {
    this.tick();
    if (this.isBehind) await this.settled();
    return this.quiet.get(spaceId) ?? null;
  }

  /** Before the first alert; later a failure leaves what was known. */
  async read(): Promise<void> {
    this.isStale = false;
    const found = new Map<number, NamedMute[]>();
    const quiet = new Map<number, QuietList>();
    for (const mute of await this.repository.open()) {
      const { subject, spaceId } = mute;
      if (subject.kind === 'topic') {
        found.set(subject.topicId, [...(found.get(subject.topicId) ?? []), mute]);
        continue;
      }
      const list = quiet.get(spaceId) ?? new QuietList();
      list.add(mute);
      quiet.set(spaceId, list);
    }
    this.byTopic = found;
    this.quiet = quiet;
    if (!this.isStale) this.isBehind = false;
  }

  tick(): void {
    if (performance.now() - this.readMs >= READ_AGAIN_MS) void this.readSoon();
  }

  /** Everything told so far has been read. */
  async settled(): Promise<void> {
    while (this.isStale || this.reading !== null) await this.readSoon();
  }

  private readSoon(): Promise<void> {
    this.readMs = performance.now();
    return (this.reading ??= this.read()
      .catch((err: unknown) => this.log.warn({ err }, 'mutes could not be read'))
      .finally(() => {
        this.reading = null;
        // Told while they were being read: once more.
        if (this.isStale) void this.readSoon();
      }));
  }
}
