import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import type { AlertView } from '@sturmwarte/contracts';
import { DETECTOR_VERSION, type Evaluation, type TopicSnapshot } from '@sturmwarte/detect';
import {
  DEFAULT_ALERT_POLICY,
  decideHold,
  decideSighting,
  mergeCourses,
  NOTICE_LEVEL,
  type Alert,
  type AlertPolicy,
  type Calm,
  type CurvePoint,
  type Evidence,
  type EvidencePeak,
  type Topic,
  type Trend,
} from '@sturmwarte/domain';
import {
  SightingRecorder,
  type Database,
  type Decision,
  type Recorded,
  type StoredSnapshot,
} from '@sturmwarte/store';
import type { Logger } from 'pino';
import { BUS, DATABASE, LOG } from '../common/tokens.js';
import { EvidenceService, type EvidenceRequest } from './evidence.service.js';
import { WatchMetrics } from './watch-metrics.js';

/** The alert is told before its examples; its next rise waits for them no longer than this. */
const EVIDENCE_MS = 2_000;
/** Examples that did not come in time are read again after this, not with the refresh of the next minute. */
const OWED_MS = 3_000;
/** What people must know at once; everything else may wait for the examples. */
const NEWS: AlertPolicy = { ...DEFAULT_ALERT_POLICY, refreshEveryMs: Infinity };
const AT_ONCE: AlertPolicy = { ...DEFAULT_ALERT_POLICY, refreshEveryMs: 0 };

/** A level seen, with everything needed to write it down. */
export interface Seen {
  readonly level: number;
  readonly topic: Topic;
  readonly evaluation: Evaluation;
  readonly trend: Trend;
  readonly curve: () => Promise<readonly CurvePoint[]>;
  readonly silentSources: readonly number[];
  /** The planned peak it is seen in. */
  readonly peak: EvidencePeak | null;
  /** What may keep its alert quiet, at the moment it is written. */
  readonly calm: () => Calm;
  /** The server's clock, milliseconds; null in spaces with a clock of their own. */
  readonly receivedMs: number | null;
  /** The detector's memory of the topic at this moment. */
  readonly snapshot: () => TopicSnapshot | null;
}

/**
 * From an evaluation to an alert on record, then the bus. An alert never waits for its examples: the detector's own
 * numbers raise it, and what people said is read when it is on record and told.
 */
@Injectable()
export class AlertRaiser {
  private readonly recorder: SightingRecorder;
  /** First voices of the alerts that are open and since when they burn, by topic. */
  private readonly begins = new Map<number, Pick<EvidenceRequest, 'firstMentionId' | 'since'>>();
  /** Topics whose alert was told and still waits for its examples, and when they were last given up (monotonic). */
  private readonly owed = new Map<number, number>();

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(LOG) private readonly log: Logger,
    private readonly evidence: EvidenceService,
    private readonly metrics: WatchMetrics,
  ) {
    this.recorder = new SightingRecorder(db);
  }

  /** Before the first alert. */
  prepare(): Promise<void> {
    return this.recorder.prepare();
  }

  /** Writes down what is decided, with the detector's memory, so that a restart finds both or neither. */
  async record(seen: Seen): Promise<Recorded | null> {
    const stop = this.metrics.recordSeconds.startTimer();
    const request = this.requestOf(seen);
    const numbers = this.evidence.numbersOf(request);
    if (seen.level < NOTICE_LEVEL) {
      this.owed.delete(seen.topic.id);
      return this.write(seen, numbers, DEFAULT_ALERT_POLICY);
    }
    const due = this.isOwed(seen.topic.id) ? AT_ONCE : DEFAULT_ALERT_POLICY;
    let isDue = false;
    const told = await this.write(seen, numbers, NEWS, (newest) => {
      isDue = decide(seen, numbers, newest, due).events.length > 0;
    });
    if (told !== null) stop();
    else if (!isDue) return null;
    const evidence = await this.completed(request);
    if (evidence === null) {
      this.owed.set(seen.topic.id, performance.now());
      return told ?? this.write(seen, numbers, DEFAULT_ALERT_POLICY);
    }
    this.owed.delete(seen.topic.id);
    return (await this.write(seen, evidence, told === null ? due : AT_ONCE)) ?? told;
  }

  /** Topics whose alert is told and still lacks its examples: to be looked at again. */
  owing(): number[] {
    return [...this.owed.keys()].filter((topicId) => this.isOwed(topicId));
  }

  /** What keeps a topic quiet has changed: its alert is held back or calls, whatever the detector sees meanwhile. */
  async keepCalm(topic: Topic, nowMs: number, calm: () => Calm): Promise<void> {
    const recorded = await this.recorder.record(
      topic,
      (newest) => {
        const at = new Date(nowMs).toISOString();
        const events = decideHold(newest, newest === null ? at : later(at, newest), calm());
        return { alert: 'newest', events };
      },
      () => null,
    );
    if (recorded !== null) this.tell(recorded);
  }

  private async write(
    seen: Seen,
    evidence: Evidence,
    policy: AlertPolicy,
    look: (newest: Alert | null) => void = () => undefined,
  ): Promise<Recorded | null> {
    const recorded = await this.recorder.record(
      seen.topic,
      (newest) => {
        look(newest);
        return decide(seen, evidence, newest, policy);
      },
      () => storedOf(seen.topic, seen.snapshot()),
    );
    if (recorded === null) return null;
    this.tell(recorded);
    return recorded;
  }

  private tell(recorded: Recorded): void {
    this.metrics.wrote(recorded.events.map(({ type }) => type));
    this.remember(recorded.alert);
    this.bus.publish('live.appended', { messages: [recorded.message] });
  }

  private remember({ topicId, state, evidence }: AlertView): void {
    if (state === 'closed') {
      this.begins.delete(topicId);
      this.owed.delete(topicId);
      this.evidence.forget(topicId);
    } else if (evidence.firstMentionId !== null) {
      const { firstMentionId, drivers } = evidence;
      this.begins.set(topicId, { firstMentionId, since: drivers?.since ?? null });
    }
  }

  private isOwed(topicId: number): boolean {
    const since = this.owed.get(topicId);
    return since !== undefined && performance.now() - since >= OWED_MS;
  }

  private requestOf({
    evaluation,
    topic,
    silentSources,
    peak,
    receivedMs,
    curve,
  }: Seen): EvidenceRequest {
    const begin = this.begins.get(topic.id) ?? { firstMentionId: null, since: null };
    const numbers = { seen: evaluation, detectorVersion: DETECTOR_VERSION, silentSources, peak };
    return { ...numbers, ...begin, query: topic.query, receivedMs, curve };
  }

  /** Null when the mentions cannot be read in time. */
  private async completed(request: EvidenceRequest): Promise<Evidence | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), EVIDENCE_MS);
    });
    try {
      return await Promise.race([late, this.evidence.complete(request)]);
    } catch (err) {
      this.log.warn({ err, topicId: request.seen.topicId }, 'an alert goes without examples');
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

function decide(
  { evaluation: { level }, trend, calm }: Seen,
  evidence: Evidence,
  newest: Alert | null,
  policy: AlertPolicy,
): Decision {
  const at = later(evidence.at, newest);
  const sighting = { at, level, trend, evidence, calm: calm() };
  const decision = decideSighting(newest, sighting, policy);
  if (decision.alert === 'new') return decision;
  return decideSighting(newest, { ...sighting, evidence: keepFirst(evidence, newest) }, policy);
}

/** Time in an alert's history never runs backwards, although closed minutes are judged after open ones. */
function later(at: string, newest: Alert | null): string {
  return newest !== null && newest.evidence.at > at ? newest.evidence.at : at;
}

/** The first voice of an alert stays the first, and its examples stay until there are others. */
function keepFirst(evidence: Evidence, newest: Alert | null): Evidence {
  if (newest === null) return evidence;
  const { firstMentionId, sampleMentionIds, terms, channels, drivers = null } = newest.evidence;
  const since = drivers?.since ?? null;
  return {
    ...evidence,
    firstMentionId: firstMentionId ?? evidence.firstMentionId,
    course: mergeCourses(newest.evidence.course, evidence.course),
    ...(since !== null && evidence.drivers ? { drivers: { ...evidence.drivers, since } } : {}),
    ...(evidence.sampleMentionIds.length === 0
      ? { sampleMentionIds, terms, channels, drivers }
      : {}),
  };
}

function storedOf(topic: Topic, state: TopicSnapshot | null): StoredSnapshot | null {
  if (state === null || state.last < 0) return null;
  const { id: topicId, spaceId } = topic;
  return { topicId, spaceId, minute: state.last, detector: DETECTOR_VERSION, state };
}
