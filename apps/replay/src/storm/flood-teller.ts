import type { Random } from '../scenario/random.js';
import type { Crowd } from './crowd.js';
import type { Pen } from './pen.js';
import type { Flood } from './plan.js';
import type { Voices } from './voices.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** An archive is connected: old complaints arrive at once, each with its own old moment. */
export class FloodTeller {
  constructor(
    private readonly flood: Flood,
    /** Of the story, since the epoch. */
    private readonly startMinute: number,
    private readonly parts: {
      readonly crowd: Crowd;
      readonly voices: Voices;
      readonly pen: Pen;
      readonly random: Random;
    },
  ) {}

  tell(minute: number): void {
    const { atMinute, overMinutes, count } = this.flood;
    const since = minute - this.startMinute - atMinute;
    if (since < 0 || since >= overMinutes) return;
    const upTo = (m: number): number => Math.floor((count * m) / overMinutes);
    for (let i = upTo(since); i < upTo(since + 1); i++) this.oldMention(minute);
  }

  private oldMention(minute: number): void {
    const { voices, pen, crowd, random } = this.parts;
    const { youngestHours, oldestHours, theme } = this.flood;
    const age = (youngestHours + random.next() * (oldestHours - youngestHours)) * HOUR_MS;
    const lang = voices.language(random);
    const said = voices.say(lang, theme, 'complaint');
    const witnessedMs = Math.floor(minute * MINUTE_MS - age);
    const author = crowd.anybody(random);
    pen.write({ minute, said, lang, channel: 'forum', author, witnessedMs });
  }
}
