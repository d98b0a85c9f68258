import { writeText } from '../scenario/write-text.js';
import type { Random } from '../scenario/random.js';

export const ROLES = [
  'complaint',
  'report',
  'question',
  'irony',
  'praise',
  'headline',
  'copy',
  'bot',
] as const;
export type Role = (typeof ROLES)[number];
export const THEMES = ['any', 'service', 'product', 'ad', 'quote', 'charity'] as const;
export type Theme = (typeof THEMES)[number];
export const TONGUES = ['de', 'en'] as const;
export type Tongue = (typeof TONGUES)[number];

/** Hand-written pieces: a text is one of each, with `[one|other]` and `{slot}` inside. */
interface Pieces {
  readonly open?: readonly string[];
  /** A headline is written `title || text`. */
  readonly say: readonly string[];
  readonly close?: readonly string[];
}

export interface Phrasebook {
  readonly lang: Tongue;
  readonly slots: Slots;
  readonly themes: Readonly<Partial<Record<Theme, Partial<Record<Role, Pieces>>>>>;
}
export type Slots = Readonly<Record<string, readonly string[]>>;

export interface Said {
  readonly title?: string;
  readonly text: string;
}

const REMEMBERED = 4_000;
const ATTEMPTS = 8;
/** Pasted and made-up texts are the same each time; so are headlines, nearly. */
const VERBATIM: readonly Role[] = ['copy', 'headline', 'bot'];
const CARELESS = 0.18;

/** Writes what people say in one language. Avoids what it wrote lately, in bounded memory. */
export class Speech {
  private readonly lately = new Set<string>();

  constructor(
    private readonly book: Phrasebook,
    private readonly random: Random,
  ) {}

  /** Throws RangeError where the phrasebook knows neither the theme's nor a general way to speak in this role. */
  say(theme: Theme, role: Role, slots: Slots): Said {
    const own = this.book.themes[theme]?.[role];
    const general = this.book.themes.any?.[role];
    const say = own?.say ?? general?.say;
    if (say === undefined) throw new RangeError(`nobody knows a ${role} about ${theme}`);
    const frame = { open: general?.open, close: general?.close, ...own };
    const known = { ...this.book.slots, ...slots };
    const verbatim = VERBATIM.includes(role);
    for (let attempt = 1; ; attempt++) {
      const pieces = verbatim ? [say] : [frame.open ?? [''], say, frame.close ?? ['']];
      const parts = pieces.map((some) => this.random.pick(some));
      const written = sentence(writeText(parts.join(' '), known, this.random));
      const text = verbatim ? written : this.careless(written);
      if (verbatim || attempt === ATTEMPTS || !this.lately.has(text)) {
        this.remember(text);
        return titled(text);
      }
    }
  }

  private careless(text: string): string {
    const chance = this.random.next();
    if (chance > CARELESS) return text;
    return chance < CARELESS / 2 ? text.toLowerCase() : text.replace(/[.!]$/, '');
  }

  private remember(text: string): void {
    this.lately.add(text);
    if (this.lately.size <= REMEMBERED) return;
    for (const oldest of this.lately) {
      this.lately.delete(oldest);
      break;
    }
  }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function titled(written: string): Said {
  const [title, text] = written.split(' || ');
  return text === undefined ? { text: written } : { title: title ?? '', text };
}
