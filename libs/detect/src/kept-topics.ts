import { closeMinute, judgeMinute } from './close-minute.js';
import type { CountDelta } from './count-delta.js';
import type { Evaluation } from './evaluation.js';
import type { HourOfWeek } from './hour-of-week.js';
import { Inbox } from './inbox.js';
import { isStill, isStillWith } from './is-still.js';
import type { LookBack } from './look-back.js';
import { Passage } from './passage.js';
import { Places } from './places.js';
import type { MemoryChunk } from './topic-memory.js';
import type { TopicState } from './topic-state.js';

/** After a longer gap every topic is closed in full: it knows which silence to skip. */
const LONGEST_PASSAGE_MINUTES = 60;

/** What became of a mention: nobody waits for its topic, or it is worth judging with its open minutes, or not. */
export type Folded = 'unknown' | 'still' | 'stirred';

/**
 * All topics of a detector. Plain ones leave their open minutes in an inbox and are passed over while nothing is up:
 * whoever wants to see or change a topic gets it with its open minutes, and with the next close it is plain again.
 */
export class KeptTopics {
  private readonly places = new Places();
  private readonly topics: (TopicState | undefined)[] = [];
  /** Where their numbers lie, at hand without asking them. */
  private readonly chunks: (MemoryChunk | undefined)[] = [];
  private readonly indices: number[] = [];
  private readonly inbox = new Inbox();
  private readonly passage: Passage;

  constructor(
    private readonly window: LookBack,
    private readonly hourOfWeek: HourOfWeek,
    private readonly reportFrom: number,
  ) {
    this.passage = new Passage(window, hourOfWeek);
  }

  /** A topic to be seen or changed. */
  get(id: number): TopicState | undefined {
    const place = this.places.of(id);
    return place < 0 ? undefined : this.at(place);
  }

  /** A topic, open minutes unseen. */
  peek(id: number): TopicState | undefined {
    return this.topics[this.places.of(id)];
  }

  ids(): number[] {
    return this.topics.flatMap((topic) => (topic === undefined ? [] : [topic.config.id]));
  }

  set(topic: TopicState): void {
    const { id } = topic.config;
    const known = this.places.of(id);
    const place = known < 0 ? this.places.take(id) : known;
    this.topics[place] = topic;
    this.chunks[place] = topic.memory.chunk;
    this.indices[place] = topic.memory.index;
    this.inbox.open(place);
  }

  delete(id: number): void {
    const place = this.places.giveUp(id);
    if (place < 0) return;
    this.topics[place] = undefined;
    this.chunks[place] = undefined;
    this.inbox.open(place);
  }

  fold(delta: CountDelta, watermark: number): Folded {
    const place = this.places.of(delta.topicId);
    if (place < 0) return 'unknown';
    if (this.inbox.add(place, delta, watermark)) {
      return this.isStillHere(place) ? 'still' : 'stirred';
    }
    const topic = this.at(place);
    topic?.fold(delta, watermark);
    return topic === undefined || isStill(topic) ? 'still' : 'stirred';
  }

  /** See `isStill`; unknown topics are. */
  isStill(id: number): boolean {
    const topic = this.peek(id);
    if (topic === undefined) return true;
    const place = this.places.of(id);
    return this.inbox.holds(place) ? this.isStillHere(place) : isStill(topic);
  }

  /** Closes the minutes behind `watermark` up to `minute`. `judged` is told of every topic that was not merely passed over. */
  close(minute: number, watermark: number, judged: (topic: TopicState) => void): Evaluation[] {
    const reports: Evaluation[] = [];
    const report = (one: Evaluation | null): void => void (one !== null && reports.push(one));
    const passes = this.reportFrom > 0 && minute - watermark <= LONGEST_PASSAGE_MINUTES;
    for (let place = 0; place < this.topics.length; place++) {
      if (passes && this.inbox.holds(place) && this.pass(place, minute, watermark, report))
        continue;
      const topic = this.at(place);
      if (topic === undefined) continue;
      for (let next = topic.nextMinute(minute); next <= minute; next++)
        report(closeMinute(topic, next, this.window, this.hourOfWeek, this.reportFrom));
      judged(topic);
      this.leaveOpen(place, topic, minute);
    }
    return reports;
  }

  private isStillHere(place: number): boolean {
    return this.inbox.isCalm(place) && isStillWith(this.inbox.negatives(place));
  }

  /** Passes over a plain topic. False where it is plain no longer, or minutes are left that must be closed in full. */
  private pass(
    place: number,
    minute: number,
    watermark: number,
    report: (one: Evaluation | null) => void,
  ): boolean {
    const { inbox, passage } = this;
    const chunk = this.chunks[place];
    const index = this.indices[place] ?? 0;
    for (let next = watermark + 1; next <= minute; next++) {
      if (chunk === undefined || !passage.leadsTo(chunk, index, next)) return false;
      if (passage.pass(next, inbox.take(place, next))) {
        inbox.noteCalm(place, true);
        continue;
      }
      const topic = this.topics[place];
      if (topic === undefined) return false;
      report(judgeMinute(topic, next, this.window, this.hourOfWeek, this.reportFrom));
      if (!topic.isPlain) return false;
      inbox.noteCalm(place, topic.isCalm);
    }
    return true;
  }

  private leaveOpen(place: number, topic: TopicState, minute: number): void {
    if (!topic.isPlain || topic.ring.last !== minute) return;
    if (!this.inbox.takeOver(place, topic.open, minute, topic.known)) return;
    topic.leaveOpen();
    this.inbox.noteCalm(place, topic.isCalm);
  }

  /** A topic with all its open minutes. */
  private at(place: number): TopicState | undefined {
    const topic = this.topics[place];
    if (this.inbox.holds(place)) this.inbox.giveBack(place, (one) => topic?.reopen(one));
    return topic;
  }
}
