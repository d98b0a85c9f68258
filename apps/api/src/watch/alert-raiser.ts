import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { AlertView } from '@sturmwarte/contracts';
import { DETECTOR_VERSION, type Evaluation, type TopicSnapshot } from '@sturmwarte/detect';
import {
  decideSighting,
  NOTICE_LEVEL,
  type Alert,
  type CurvePoint,
  type Evidence,
  type Topic,
  type Trend,
} from '@sturmwarte/domain';
import {
  DetectorRepository,
  recordSighting,
  type Database,
  type Recorded,
  type StoredSnapshot,
} from '@sturmwarte/store';
import type { Logger } from 'pino';
import { BUS, DATABASE, LOG } from '../common/tokens.js';
import { EvidenceService } from './evidence.service.js';
import { WatchMetrics } from './watch-metrics.js';

/** An alert does not wait longer than this for its examples; they follow with the next refresh. */
const EVIDENCE_MS = 500;

/** A level seen, with everything needed to write it down. */
export interface Seen {
  readonly level: number;
  readonly topic: Topic;
  readonly evaluation: Evaluation;
  readonly trend: Trend;
  readonly curve: () => Promise<readonly CurvePoint[]>;
  readonly silentSources: readonly number[];
  /** The server's clock, milliseconds; null in spaces with a clock of their own. */
  readonly receivedMs: number | null;
  /** The detector's memory of the topic at this moment. */
  readonly snapshot: () => TopicSnapshot | null;
}

/** From an evaluation to an alert on record: evidence, decision, one transaction, then the bus. */
@Injectable()
export class AlertRaiser {
  private readonly detectors: DetectorRepository;
  /** First voices of the alerts that are open, by topic. */
  private readonly firstVoices = new Map<number, string>();

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(LOG) private readonly log: Logger,
    private readonly evidence: EvidenceService,
    private readonly metrics: WatchMetrics,
  ) {
    this.detectors = new DetectorRepository(db);
  }

  /** Writes down what is decided, with the detector's memory, so that a restart finds both or neither. */
  async record(seen: Seen): Promise<Recorded | null> {
    const stop = this.metrics.recordSeconds.startTimer();
    const evidence = await this.evidenceOf(seen);
    const { topic, evaluation, trend } = seen;
    const recorded = await this.db.transaction(async (tx) => {
      const done = await recordSighting(tx, topic, (newest) => {
        const at = later(evidence.at, newest);
        const sighting = { at, level: evaluation.level, trend, evidence };
        const decision = decideSighting(newest, sighting);
        if (decision.alert === 'new') return decision;
        return decideSighting(newest, { ...sighting, evidence: keepFirst(evidence, newest) });
      });
      if (done) await this.detectors.saveSnapshots(storedOf(topic, seen.snapshot()), { tx });
      return done;
    });
    if (recorded === null) return null;
    stop();
    this.metrics.wrote(recorded.events.map(({ type }) => type));
    this.remember(recorded.alert);
    this.bus.publish('live.appended', { messages: [recorded.message] });
    return recorded;
  }

  private remember({ topicId, state, evidence }: AlertView): void {
    if (state === 'closed') {
      this.firstVoices.delete(topicId);
      this.evidence.forget(topicId);
    } else if (evidence.firstMentionId !== null) {
      this.firstVoices.set(topicId, evidence.firstMentionId);
    }
  }

  private async evidenceOf(seen: Seen): Promise<Evidence> {
    const { evaluation, silentSources, receivedMs } = seen;
    const numbers = { seen: evaluation, detectorVersion: DETECTOR_VERSION, silentSources };
    const firstMentionId = this.firstVoices.get(seen.topic.id) ?? null;
    const { curve } = seen;
    const request = { ...numbers, query: seen.topic.query, receivedMs, curve, firstMentionId };
    const bare = this.evidence.numbersOf(request);
    if (evaluation.level < NOTICE_LEVEL) return bare;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Evidence>((resolve) => {
      timer = setTimeout(() => resolve(bare), EVIDENCE_MS);
    });
    try {
      return await Promise.race([late, this.evidence.complete(request)]);
    } catch (err) {
      this.log.warn({ err, topicId: seen.topic.id }, 'an alert goes without examples');
      return bare;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Time in an alert's history never runs backwards, although closed minutes are judged after open ones. */
function later(at: string, newest: Alert | null): string {
  return newest !== null && newest.evidence.at > at ? newest.evidence.at : at;
}

/** The first voice of an alert stays the first, and its examples stay until there are others. */
function keepFirst(evidence: Evidence, newest: Alert | null): Evidence {
  if (newest === null) return evidence;
  const { firstMentionId, sampleMentionIds, terms, channels } = newest.evidence;
  return {
    ...evidence,
    firstMentionId: firstMentionId ?? evidence.firstMentionId,
    ...(evidence.sampleMentionIds.length === 0 ? { sampleMentionIds, terms, channels } : {}),
  };
}

function storedOf(topic: Topic, state: TopicSnapshot | null): StoredSnapshot[] {
  if (state === null || state.last < 0) return [];
  const { id: topicId, spaceId } = topic;
  return [{ topicId, spaceId, minute: state.last, detector: DETECTOR_VERSION, state }];
}
