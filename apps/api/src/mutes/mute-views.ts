import { Inject, Injectable } from '@nestjs/common';
import type { MuteView } from '@sturmwarte/contracts';
import { minuteOf, type Clock } from '@sturmwarte/domain';
import {
  MentionRepository,
  QuietMentionsRepository,
  SpaceRepository,
  TopicRepository,
  type MentionFilter,
  type NamedMute,
} from '@sturmwarte/store';
import { CLOCK } from '../common/tokens.js';
import { MuteDesk } from './mute-desk.js';

const HOUR_MINUTES = 60;
/** Enough of a text to know it again. */
const EXCERPT = 140;

/** Mutes as people read them: with names, and with what they have held back. */
@Injectable()
export class MuteViews {
  private readonly topics: TopicRepository;
  private readonly spaces: SpaceRepository;
  private readonly mentions: MentionRepository;
  private readonly quiet: QuietMentionsRepository;

  constructor(
    private readonly desk: MuteDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    const { db } = desk;
    this.topics = new TopicRepository(db);
    this.spaces = new SpaceRepository(db);
    this.mentions = new MentionRepository(db);
    this.quiet = new QuietMentionsRepository(db);
  }

  /** Of one space. `brands`: whose mentions the reader may see. */
  async of(mutes: readonly NamedMute[], brands: MentionFilter['brands']): Promise<MuteView[]> {
    const [first] = mutes;
    if (first === undefined) return [];
    const { spaceId } = first;
    const ids = mutes.map(({ id }) => id);
    const { now } = await this.spaces.find(spaceId);
    const lately = minuteOf(now === null ? this.clock.now() : Date.parse(now)) - HOUR_MINUTES;
    const [held, quiet, excerpts, topics] = await Promise.all([
      this.desk.mutes.heldBack(ids),
      this.quiet.counts(ids, lately),
      this.excerpts(mutes, spaceId, brands),
      this.topicNames(mutes),
    ]);
    return mutes.map(({ warnedAt: _, sketch: __, ...mute }) => ({
      ...mute,
      excerpt:
        mute.subject.kind === 'copies' ? (excerpts.get(mute.subject.mentionId) ?? null) : null,
      onlyTopicName: mute.onlyTopicId === null ? null : (topics.get(mute.onlyTopicId) ?? null),
      heldAlarms: held.get(mute.id)?.alarms ?? 0,
      heldMentions: quiet.get(mute.id)?.mentions ?? 0,
      heldLately: quiet.get(mute.id)?.lately ?? 0,
    }));
  }

  private async excerpts(
    mutes: readonly NamedMute[],
    spaceId: number,
    brands: MentionFilter['brands'],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = mutes.flatMap(({ subject }) =>
      subject.kind === 'copies' ? [subject.mentionId] : [],
    );
    const found = await this.mentions.byIds(ids, spaceId, brands);
    return new Map(found.map(({ id, title, text }) => [id, excerptOf(title, text)]));
  }

  private async topicNames(mutes: readonly NamedMute[]): Promise<ReadonlyMap<number, string>> {
    const ids = new Set(mutes.flatMap(({ onlyTopicId }) => onlyTopicId ?? []));
    const topics = await Promise.all([...ids].map((id) => this.topics.find(id)));
    return new Map(topics.map(({ id, name }) => [id, name]));
  }
}

function excerptOf(title: string | null, text: string): string {
  const signs = [...(title === null ? text : `${title}: ${text}`).replace(/\s+/g, ' ').trim()];
  return signs.length <= EXCERPT ? signs.join('') : `${signs.slice(0, EXCERPT - 1).join('')}…`;
}
