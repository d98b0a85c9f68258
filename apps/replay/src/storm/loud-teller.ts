import type { Random } from '../scenario/random.js';
import type { Person } from './crowd.js';
import { poisson } from './chance.js';
import type { Pen } from './pen.js';
import type { Loud } from './plan.js';
import type { Voices } from './voices.js';

const HOUR_MINUTES = 60;

/** One person posting without end: much volume, nobody else. */
export class LoudTeller {
  private readonly author: Person;

  constructor(
    private readonly loud: Loud,
    /** Of the story, since the epoch. */
    private readonly startMinute: number,
    private readonly parts: {
      readonly voices: Voices;
      readonly pen: Pen;
      readonly random: Random;
    },
  ) {
    this.author = { id: 'loud', handle: 'jetztredeich', followers: loud.followers };
  }

  tell(minute: number): void {
    const { atMinute, minutes, perHour, theme, channels } = this.loud;
    const since = minute - this.startMinute - atMinute;
    if (since < 0 || since >= minutes) return;
    const { random, voices, pen } = this.parts;
    const count = poisson(random, perHour / HOUR_MINUTES);
    for (let i = 0; i < count; i++) {
      const lang = voices.language(random);
      const said = voices.say(lang, theme, 'complaint');
      pen.write({ minute, said, lang, channel: random.pick(channels), author: this.author });
    }
  }
}
