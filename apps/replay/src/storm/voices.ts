import type { Random } from '../scenario/random.js';
import { subjectOf } from './subject.js';
import {
  Speech,
  type Phrasebook,
  type Role,
  type Said,
  type Slots,
  type Theme,
  type Tongue,
} from './speech.js';

export interface VoicesOf {
  readonly brand: string;
  readonly languages: Readonly<Record<Tongue, number>>;
  readonly slots?: Readonly<Record<Tongue, Slots>> | undefined;
}

/** What people say about one brand, in both languages. */
export class Voices {
  private readonly speech: Record<Tongue, Speech>;
  private readonly slots: Record<Tongue, Slots>;

  constructor(
    private readonly of: VoicesOf,
    books: Readonly<Record<Tongue, Phrasebook>>,
    random: Random,
  ) {
    const { brand, handle, tag } = subjectOf(of.brand);
    const names = { brand: [brand], handle: [handle], tag: [tag] };
    this.speech = { de: new Speech(books.de, random), en: new Speech(books.en, random) };
    this.slots = { de: { ...of.slots?.de, ...names }, en: { ...of.slots?.en, ...names } };
  }

  language(random: Random): Tongue {
    return random.weighted(this.of.languages);
  }

  say(lang: Tongue, theme: Theme, role: Role): Said {
    return this.speech[lang].say(theme, role, this.slots[lang]);
  }
}
