import { TONE, type Tone } from '@sturmwarte/domain';
import type { Hits } from '../match/automaton.js';
import { BREAK, type WordStream } from '../match/word-stream.js';
import type { GuessedLang } from '../polarity/word-sheet.js';
import { TONE_ROLE, type ToneLexicon } from './tone-lexicon.js';

/** So many words back a negation reaches; a German one stands up to so many words behind. */
const REACH = { insult: 2, threat: 3, call: 5, against: 2, behind: 4, address: 3 };
const STOP = BREAK.clause | BREAK.sentence;

type RoleTest = (role: number) => boolean;
const isNot: RoleTest = (role) => role === TONE_ROLE.not;
const isNegation: RoleTest = (role) => role === TONE_ROLE.not || role === TONE_ROLE.never;
const isAgainst: RoleTest = (role) => role === TONE_ROLE.against;
const isAddress: RoleTest = (role) => role === TONE_ROLE.address;
const turnsBehind: RoleTest = (role) => role === TONE_ROLE.not || role === TONE_ROLE.doubt;
const doubts: RoleTest = (role) => role === TONE_ROLE.doubt;

/**
 * Hears insults, threats and calls to act among the hits of one pass. Time grows with the number of hits, times a
 * handful of words each: no expression is ever tried again, so no text can make it slow. Buffers are reused.
 */
export class ToneReader {
  private role = new Uint8Array(1_024);
  private span = new Uint16Array(1_024);
  private length = new Uint16Array(1_024);
  private stream: WordStream | null = null;

  constructor(private readonly lexicon: ToneLexicon) {}

  /** `first`: the number of the first tone pattern among the hits. */
  hear(stream: WordStream, hits: Hits, first: number, lang: GuessedLang): Tone {
    if (lang === 'other') return 0;
    const roles = this.lexicon.roles[lang === 'de' ? 0 : lang === 'en' ? 1 : 2];
    if (!this.says(hits, first, roles)) return TONE.judged;
    this.stream = stream;
    this.fill(stream.words, hits, first, roles);
    return TONE.judged | this.weigh(stream.words, lang !== 'en');
  }

  /** Nearly every mention says nothing of the kind: then nothing more is done. */
  private says(hits: Hits, first: number, roles: Uint8Array): boolean {
    const { pattern, count } = hits;
    const end = first + roles.length;
    for (let h = 0; h < count; h++) {
      const at = pattern[h] as number;
      if (at < first || at >= end) continue;
      const role = roles[at - first] as number;
      if (role !== TONE_ROLE.none && role <= TONE_ROLE.call) return true;
    }
    return false;
  }

  /** The longest entry that ends at a word speaks for it; words inside a longer one stay silent. */
  private fill(words: number, hits: Hits, first: number, roles: Uint8Array): void {
    if (words > this.role.length) this.grow(words);
    const { role, span, length } = this;
    role.fill(0, 0, words);
    length.fill(0, 0, words);
    for (let h = 0; h < hits.count; h++) {
      const index = (hits.pattern[h] as number) - first;
      const said = roles[index];
      if (said === undefined || said === TONE_ROLE.none) continue;
      const { units, words: wide } = this.lexicon.patterns[index] as {
        units: Uint16Array;
        words: number;
      };
      const word = hits.word[h] as number;
      if (units.length <= (length[word] as number)) continue;
      for (let inner = word - wide + 1; inner < word; inner++) {
        if ((length[inner] as number) >= units.length) continue;
        role[inner] = TONE_ROLE.none;
        length[inner] = units.length;
      }
      length[word] = units.length;
      role[word] = said;
      span[word] = wide;
    }
  }

  private weigh(words: number, verbLast: boolean): Tone {
    let tone = 0;
    for (let word = 0; word < words; word++) {
      const role = this.role[word] as number;
      if (role === TONE_ROLE.none || role > TONE_ROLE.call) continue;
      const from = word - (this.span[word] as number) + 1;
      if (role === TONE_ROLE.call) {
        if (!this.isTurned(from, word, verbLast)) tone |= TONE.call;
      } else if (role === TONE_ROLE.threat) {
        if (!this.before(from, REACH.threat, isNot)) tone |= TONE.aggressive;
      } else if (!this.before(from, REACH.insult, isNot)) {
        if (role === TONE_ROLE.insult || this.before(from, REACH.address, isAddress))
          tone |= TONE.aggressive;
      }
    }
    return tone;
  }

  private isTurned(from: number, to: number, verbLast: boolean): boolean {
    return (
      this.before(from, REACH.call, isNegation) ||
      this.before(from, REACH.against, isAgainst) ||
      this.behind(to, verbLast ? turnsBehind : doubts)
    );
  }

  private before(from: number, reach: number, test: RoleTest): boolean {
    const { role } = this;
    for (let word = from; word > 0 && word > from - reach; word--) {
      if (this.stops(word)) return false;
      if (test(role[word - 1] as number)) return true;
    }
    return false;
  }

  private behind(from: number, test: RoleTest): boolean {
    const words = this.stream?.words ?? 0;
    for (let word = from + 1; word < words && word <= from + REACH.behind; word++) {
      if (((this.stream?.breaks[word] ?? 0) & STOP) !== 0) return false;
      if (test(this.role[word] as number)) return true;
    }
    return false;
  }

  /** Does a clause end before this word? Not by the comma of "finde nicht, dass". */
  private stops(word: number): boolean {
    const breaks = this.stream?.breaks[word] ?? 0;
    if ((breaks & STOP) === 0) return false;
    return (breaks & BREAK.sentence) !== 0 || this.role[word] !== TONE_ROLE.link;
  }

  private grow(words: number): void {
    const size = 2 ** Math.ceil(Math.log2(words));
    this.role = new Uint8Array(size);
    this.span = new Uint16Array(size);
    this.length = new Uint16Array(size);
  }
}
