import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { HOUSE_STREAM, type LiveMessage, type SourceHealth } from '@sturmwarte/contracts';
import { isSuspiciouslyQuiet, LIVE_SPACE_ID, type Source } from '@sturmwarte/domain';
import {
  appendLive,
  AuditRepository,
  BrandRepository,
  healthOf,
  readHearing,
  SourceRepository,
  type Database,
  type Hearing,
} from '@sturmwarte/store';
import type { Logger } from 'pino';
import { BUS, DATABASE, LOG } from '../common/tokens.js';

const CHECK_MS = 60_000;

type Tell = (brandId: number, silent: boolean) => void;

/**
 * Silence is not calm: notices sources of the live space that are quieter than they ever are, tells the people who
 * see their brand, once, and keeps the levels of their topics from falling.
 */
@Injectable()
export class SilenceService {
  private readonly sources: SourceRepository;
  private readonly brands: BrandRepository;
  private readonly audit: AuditRepository;
  private silent: readonly Source[] = [];
  private checkedMs = -Infinity;
  private checking = false;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.sources = new SourceRepository(db);
    this.brands = new BrandRepository(db);
    this.audit = new AuditRepository(db);
  }

  /** Ids of the silent sources that feed a brand. */
  silentFor(brandId: number): number[] {
    return this.silent.filter((source) => feeds(source, brandId)).map(({ id }) => id);
  }

  /** Checks once a minute; `tell` is asked to mark the topics of every brand with a source. */
  async tick(nowMs: number, tell: Tell): Promise<void> {
    if (this.checking || nowMs - this.checkedMs < CHECK_MS) return;
    this.checking = true;
    this.checkedMs = nowMs;
    try {
      await this.check(nowMs, tell);
    } catch (err) {
      this.log.warn({ err }, 'sources could not be checked');
    } finally {
      this.checking = false;
    }
  }

  private async check(nowMs: number, tell: Tell): Promise<void> {
    const sources = await this.sources.list({ spaceId: LIVE_SPACE_ID, brands: 'all' });
    const ids = sources.map(({ id }) => id);
    const heard = await readHearing(this.db, ids, nowMs);
    const told = await this.sources.toldSilent(ids);
    const healths = sources.map((source) => ({
      source,
      health: healthOf(source, heard.get(source.id), nowMs),
    }));
    this.silent = healths
      .filter(({ health }) => health.state === 'silent')
      .map(({ source }) => source);
    const broken = healths.filter(
      ({ source, health }) =>
        health.state === 'silent' ||
        (health.state === 'ok' && breaksOff(heard.get(source.id), health, nowMs)),
    );
    for (const { id: brandId } of await this.brands.list('all')) {
      tell(
        brandId,
        broken.some(({ source }) => feeds(source, brandId)),
      );
    }
    for (const { source, health } of healths) {
      const knownSilent = told.has(source.id);
      if (health.state === 'silent' && !knownSilent) await this.report(source, health, true);
      if (health.state === 'ok' && knownSilent) await this.report(source, health, false);
    }
  }

  private async report(source: Source, health: SourceHealth, silent: boolean): Promise<void> {
    const message = await this.db.transaction(async (tx): Promise<LiveMessage> => {
      await this.audit.record(tx, {
        principal: null,
        action: silent ? 'source.silent' : 'source.heard',
        subject: source.name,
        details: { sourceId: source.id, lastMentionAt: health.lastMentionAt },
      });
      const stream = source.brandId ?? HOUSE_STREAM;
      return appendLive(tx, stream, { type: 'source', sourceId: source.id, health });
    });
    this.bus.publish('live.appended', { messages: [message] });
  }
}

/** Not silent yet by its rhythm, but cut off in the middle of its pace. */
function breaksOff(
  heard: Hearing | undefined,
  { silenceLimitMinutes }: SourceHealth,
  nowMs: number,
): boolean {
  if (heard === undefined) return false;
  const { lastHeardMs, paceMinutes } = heard;
  return isSuspiciouslyQuiet(lastHeardMs, paceMinutes, silenceLimitMinutes, nowMs);
}

function feeds(source: Source, brandId: number): boolean {
  return source.brandId === null || source.brandId === brandId;
}
