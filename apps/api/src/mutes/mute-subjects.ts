import { Injectable } from '@nestjs/common';
import type { muteCreateSchema } from '@sturmwarte/contracts';
import {
  brandsWith,
  DomainError,
  MOST_MUTED_TEXTS,
  type MuteSubject,
  type Topic,
} from '@sturmwarte/domain';
import {
  MentionRepository,
  pseudonymNumber,
  QuietMentionsRepository,
  SourceRepository,
  TopicRepository,
  type MuteValues,
  type NamedMute,
  type Tx,
} from '@sturmwarte/store';
import { areCopies, copySketch } from '@sturmwarte/text';
import type { z } from 'zod';
import type { Principal } from '../common/principal.js';
import { MuteDesk } from './mute-desk.js';

type Asked = z.output<typeof muteCreateSchema>;
type Known = Pick<NamedMute, 'spaceId' | 'brandId' | 'name' | 'subject' | 'onlyTopicId' | 'sketch'>;
/** What a subject is called and where it lives; its own brand where it has one. */
interface Found {
  readonly spaceId: number;
  readonly name: string;
  readonly brandId?: number;
  readonly sketch?: readonly number[];
}

/** What somebody wants to mute, as the record knows it. Refuses what is not there and what is muted already. */
@Injectable()
export class MuteSubjects {
  private readonly topics: TopicRepository;
  private readonly sources: SourceRepository;
  private readonly mentions: MentionRepository;
  private readonly quiet: QuietMentionsRepository;

  constructor(private readonly desk: MuteDesk) {
    const { db } = desk;
    this.topics = new TopicRepository(db);
    this.sources = new SourceRepository(db);
    this.mentions = new MentionRepository(db);
    this.quiet = new QuietMentionsRepository(db);
  }

  async know(principal: Principal, asked: Asked): Promise<Known> {
    const { subject } = asked;
    if (subject.kind === 'topic') {
      const { spaceId, brandId, name } = await this.topics.find(subject.topicId);
      return { spaceId, brandId, name, subject, onlyTopicId: null, sketch: null };
    }
    const found = await this.find(principal, subject, asked.space);
    const { spaceId, name, sketch = null } = found;
    const topic = await this.topicOf(asked, spaceId);
    const brandId = topic?.brandId ?? asked.brandId ?? found.brandId;
    if (brandId === undefined) throw new DomainError('invalid-input', { field: 'brandId' });
    // A source of one brand is never heard by another one's topics.
    const foreign = found.brandId !== undefined && found.brandId !== brandId;
    if (foreign || (asked.brandId ?? brandId) !== brandId) {
      throw new DomainError('invalid-input', { field: 'brandId' });
    }
    return { spaceId, brandId, name, subject, onlyTopicId: topic?.id ?? null, sketch };
  }

  /** Locks: of two people at once one wins, the other is told who. */
  async refuseSecond(known: Known, at: string, tx: Tx): Promise<void> {
    const { mutes } = this.desk;
    const now = new Date(at);
    if (known.subject.kind === 'topic') {
      const other = await mutes.openOfTopic(known.subject.topicId, now, tx);
      if (other !== null) refuse(other);
      return;
    }
    const open = await mutes.openBesideTopics(known, now, tx);
    const other = open.find((one) => holdsAlready(one, known));
    if (other !== undefined) refuse(other);
    const texts = open.filter(({ sketch }) => sketch !== null).length;
    if (known.sketch !== null && texts >= MOST_MUTED_TEXTS) {
      throw new DomainError('too-many-mutes', { max: MOST_MUTED_TEXTS });
    }
  }

  private async find(
    { grants }: Principal,
    subject: Exclude<MuteSubject, { kind: 'topic' }>,
    spaceId: number,
  ): Promise<Found> {
    if (subject.kind === 'source') {
      const { spaceId, name, brandId } = await this.sources.find(subject.sourceId);
      return { spaceId, name, ...(brandId === null ? {} : { brandId }) };
    }
    if (subject.kind === 'author') {
      const { author } = subject;
      if (pseudonymNumber(author) === null || !(await this.quiet.knowsAuthor(author))) {
        throw new DomainError('not-found', { what: 'author', id: author });
      }
      return { spaceId, name: author };
    }
    const mention = await this.mentions.find(subject.mentionId, brandsWith(grants, 'board.see'));
    const { title, text } = mention;
    const sketch = [...copySketch(title === null ? text : `${title}\n${text}`)];
    if (sketch.length === 0) throw new DomainError('text-too-short');
    // Its words stay where they are, to be erased with it.
    return { spaceId: mention.spaceId, name: '', sketch };
  }

  private async topicOf({ onlyTopicId }: Asked, spaceId: number): Promise<Topic | null> {
    if (onlyTopicId === null) return null;
    const topic = await this.topics.find(onlyTopicId);
    if (topic.spaceId === spaceId) return topic;
    throw new DomainError('invalid-input', { field: 'onlyTopicId' });
  }
}

function refuse({ by, until }: NamedMute): never {
  throw new DomainError('muted-already', { by: by.name, until });
}

/** The same thing for the same topics at least; a near copy of a muted text is the same text. */
function holdsAlready(one: NamedMute, known: Pick<MuteValues, keyof Known>): boolean {
  if (one.brandId !== known.brandId) return false;
  if (one.onlyTopicId !== null && one.onlyTopicId !== known.onlyTopicId) return false;
  const [a, b] = [one.subject, known.subject];
  if (a.kind === 'source') return b.kind === 'source' && a.sourceId === b.sourceId;
  if (a.kind === 'author') return b.kind === 'author' && a.author === b.author;
  if (one.sketch === null || known.sketch === null) return false;
  return areCopies(Uint32Array.from(one.sketch), Uint32Array.from(known.sketch));
}
