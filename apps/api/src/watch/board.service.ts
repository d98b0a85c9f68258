import { Inject, Injectable } from '@nestjs/common';
import type { AlertView, Board, BoardCard, TopicPulse } from '@sturmwarte/contracts';
import { brandsWith, minuteOf, type Clock, type Topic } from '@sturmwarte/domain';
import {
  AlertRepository,
  DetectorRepository,
  SpaceRepository,
  TopicRepository,
  type Database,
} from '@sturmwarte/store';
import type { Principal } from '../common/principal.js';
import { requireRight } from '../common/require-right.js';
import { CLOCK, DATABASE } from '../common/tokens.js';
import { bucketOf, BUCKET_MINUTES } from './topic-pulse.js';
import { WatchService } from './watch.service.js';

/** Six hours. */
const SPARK_BUCKETS = 24;

/** The storm board: one card per active topic, worst first, of the brands a person may see. */
@Injectable()
export class BoardService {
  private readonly spaces: SpaceRepository;
  private readonly topics: TopicRepository;
  private readonly alerts: AlertRepository;
  private readonly detectors: DetectorRepository;

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly watch: WatchService,
  ) {
    this.spaces = new SpaceRepository(db);
    this.topics = new TopicRepository(db);
    this.alerts = new AlertRepository(db);
    this.detectors = new DetectorRepository(db);
  }

  async board(principal: Principal, spaceId: number): Promise<Board> {
    const space = await this.spaces.find(spaceId);
    if (space.brandId !== null) requireRight(principal, 'board.see', space.brandId);
    const now = space.now ?? new Date(this.clock.now()).toISOString();
    const brands = brandsWith(principal.grants, 'board.see');
    const topics = (await this.topics.list({ spaceId, brands })).filter(({ active }) => active);
    const minute = minuteOf(Date.parse(now));
    const from = bucketOf(minute) - (SPARK_BUCKETS - 1) * BUCKET_MINUTES;
    const ids = topics.map(({ id }) => id);
    const [open, sparks] = await Promise.all([
      this.alerts.open(spaceId),
      this.detectors.sparks(ids, from, BUCKET_MINUTES, SPARK_BUCKETS),
    ]);
    const watched = this.watch.of(spaceId);
    const alertOf = new Map(open.map((alert) => [alert.topicId, alert]));
    const cards = topics.map((topic) => {
      const alert = alertOf.get(topic.id) ?? null;
      const spark = sparks.get(topic.id) ?? [];
      return cardOf(topic, watched?.pulse(topic.id) ?? atRest(topic, alert, minute), alert, spark);
    });
    return { spaceId, now, cards: cards.sort(worstFirst) };
  }
}

function cardOf(
  { name, kind, brandId }: Topic,
  pulse: TopicPulse,
  alert: AlertView | null,
  spark: readonly number[],
): BoardCard {
  return { ...pulse, name, kind, brandId, alert, spark };
}

/** A topic no detector follows at this moment: its space is over, or is being read. */
function atRest(topic: Topic, alert: AlertView | null, minute: number): TopicPulse {
  return {
    topicId: topic.id,
    level: alert?.level ?? 0,
    since: alert?.levelSince ?? null,
    trend: alert?.trend ?? 'steady',
    ratio: alert?.evidence.ratio ?? null,
    observed: alert?.evidence.observed ?? 0,
    expected: alert?.evidence.expected ?? null,
    total: 0,
    share: alert?.evidence.share ?? null,
    doublingMinutes: null,
    channels: alert?.evidence.channels.map(({ channel }) => channel) ?? [],
    praise: null,
    bucket: { minute: bucketOf(minute), negative: 0 },
  };
}

function worstFirst(a: BoardCard, b: BoardCard): number {
  return b.level - a.level || (b.ratio ?? 0) - (a.ratio ?? 0) || a.name.localeCompare(b.name, 'de');
}
