import { coversTopic } from '@sturmwarte/domain';
import { pseudonymNumber, type NamedMute, type QuietTopics } from '@sturmwarte/store';
import { areCopies, copySketch, type CopySketch } from '@sturmwarte/text';

/** What a mute may be about. Asked for only when such a mute is there. */
export interface Voice {
  readonly sourceId: number;
  /** The number of the author's pseudonym; null for nobody known. */
  readonly author: () => number | null;
  readonly text: () => string;
}

interface Entry {
  readonly mute: NamedMute;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Mutes of sources, authors and copies in one space, found by what they are about. */
export class QuietList {
  private readonly bySource = new Map<number, Entry[]>();
  private readonly byAuthor = new Map<number, Entry[]>();
  private readonly texts: { readonly entry: Entry; readonly sketch: CopySketch }[] = [];

  add(mute: NamedMute): void {
    const { subject, from, until, sketch } = mute;
    const entry = { mute, fromMs: Date.parse(from), untilMs: Date.parse(until) };
    if (subject.kind === 'source') append(this.bySource, subject.sourceId, entry);
    if (subject.kind === 'author') {
      const number = pseudonymNumber(subject.author);
      if (number !== null) append(this.byAuthor, number, entry);
    }
    if (subject.kind === 'copies' && sketch !== null) {
      this.texts.push({ entry, sketch: Uint32Array.from(sketch) });
    }
  }

  /** The topics, of those it touches, that do not count this; null: it counts for all of them. */
  topicsOf(
    voice: Voice,
    topics: readonly number[],
    brandOf: ReadonlyMap<number, number>,
    now: number,
  ): QuietTopics | null {
    if (topics.length === 0) return null;
    const found = new Map<number, number>();
    for (const { mute } of this.about(voice, now)) {
      for (const id of topics) {
        const topic = { id, brandId: brandOf.get(id) ?? 0 };
        if (!found.has(id) && coversTopic(mute, topic)) found.set(id, mute.id);
      }
    }
    return found.size === 0 ? null : found;
  }

  /** Those that stand and mean this. What costs most to find out comes last. */
  private about({ sourceId, author, text }: Voice, now: number): Entry[] {
    const standing = ({ fromMs, untilMs }: Entry): boolean => fromMs <= now && now < untilMs;
    const found = (this.bySource.get(sourceId) ?? []).filter(standing);
    if (this.byAuthor.size > 0) {
      const number = author();
      const own = number === null ? undefined : this.byAuthor.get(number);
      if (own !== undefined) found.push(...own.filter(standing));
    }
    const texts = this.texts.filter(({ entry }) => standing(entry));
    if (texts.length > 0) {
      const said = copySketch(text());
      for (const { entry, sketch } of texts) if (areCopies(sketch, said)) found.push(entry);
    }
    return found;
  }
}

function append(map: Map<number, Entry[]>, key: number, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}
