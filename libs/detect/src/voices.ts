import { AuthorSketch } from './authors.js';
import { ChannelSpread } from './channel-spread.js';
import { AUTHORS, CHANNELS, TONE } from './heard-kinds.js';
import { authorsOf, heardMemory } from './heard-memory.js';
import type { HeardMemory } from './heard-memory.js';
import type { OpenMinute } from './open-minute.js';
import { ToneSketch } from './tone.js';
import type { TopicMemory } from './topic-memory.js';

/** Who speaks of a topic, where and how: sketches beside its counts, each of use once something of its kind was heard. */
export class Voices {
  readonly authors: AuthorSketch;
  readonly channels: ChannelSpread;
  readonly tone: ToneSketch;

  constructor(memory: TopicMemory) {
    this.authors = new AuthorSketch(heardMemory(memory.chunk).wholes, authorsOf(memory.index));
    this.channels = new ChannelSpread(memory);
    this.tone = new ToneSketch(memory);
  }

  /** Goes on with those of another topic. */
  follow(heard: HeardMemory, index: number): void {
    this.authors.moveTo(heard.wholes, authorsOf(index));
    this.channels.follow(heard, index);
    this.tone.follow(heard, index);
  }

  /** Takes in a minute that is over; `known`: the kinds that were heard before or in it. */
  hear(minute: number, open: OpenMinute | null, known: number, alarm: boolean): void {
    if (open !== null && open.authors !== null && (known & AUTHORS) !== 0)
      this.authors.hear(minute, open.authors);
    if ((known & TONE) !== 0) this.tone.hear(minute, open === null ? null : open.tone);
    if ((known & CHANNELS) !== 0 && !alarm) this.channels.learn(open === null ? 0 : open.channels);
  }
}
