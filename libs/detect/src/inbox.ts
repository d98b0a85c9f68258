import type { CountDelta } from './count-delta.js';
import type { OpenMinute } from './open-minute.js';
import { NOTHING } from './ring.js';
import type { MinuteCounts } from './ring.js';

/** Open minutes a topic can have here: those up to four behind the last closed one, each in a slot of its own. */
const SLOTS = 4;
const SLOT_CELLS = 4;
const PLACE_CELLS = SLOTS * SLOT_CELLS;
const FIRST_PLACES = 64;

/** How a topic stands here: it takes its counts itself, or leaves them here; then it may be calm, too (`TopicState.isCalm`). */
const ITSELF = 0;
const HERE = 1;
const HERE_AND_CALM = 2;

/**
 * Open minutes of plain topics, of which nothing but three sums is known: a line of memory for each topic, so that a
 * mention costs one look at memory, however many topics there are.
 */
export class Inbox {
  private cells = new Int32Array(FIRST_PLACES * PLACE_CELLS);
  private states = new Uint8Array(FIRST_PLACES);
  private readonly taken = { negPermille: 0, total: 0, negCount: 0 };

  /** Makes room for a topic, which takes its counts itself at first. */
  open(place: number): void {
    while (place >= this.states.length) this.grow();
    this.states[place] = ITSELF;
    this.cells.fill(0, place * PLACE_CELLS, (place + 1) * PLACE_CELLS);
  }

  holds(place: number): boolean {
    return this.states[place] !== ITSELF;
  }

  /** Whether a topic that leaves its counts here was calm when its last minute closed. */
  noteCalm(place: number, isCalm: boolean): void {
    this.states[place] = isCalm ? HERE_AND_CALM : HERE;
  }

  /** Adds counts to a minute behind `closed`. False where only the topic itself can take them. */
  add(place: number, delta: CountDelta, closed: number): boolean {
    if (this.states[place] === ITSELF || !isWithin(delta.minute, closed)) return false;
    if (!isWhole(delta) || !isBare(delta)) return false;
    this.put(place, delta.minute, delta);
    return true;
  }

  /** Whether the topic was calm when its last minute closed. */
  isCalm(place: number): boolean {
    return this.states[place] === HERE_AND_CALM;
  }

  /** Thousandths of negatives in open minutes. */
  negatives(place: number): number {
    const { cells } = this;
    const from = place * PLACE_CELLS;
    let sum = 0;
    for (let at = from + 1; at < from + PLACE_CELLS; at += SLOT_CELLS) sum += cells[at] ?? 0;
    return sum;
  }

  /** Takes what was counted in a minute that is over. */
  take(place: number, minute: number): MinuteCounts {
    const at = slotOf(place, minute);
    const { cells, taken } = this;
    if (cells[at] !== minute + 1) return NOTHING;
    taken.negPermille = cells[at + 1] ?? 0;
    taken.total = cells[at + 2] ?? 0;
    taken.negCount = cells[at + 3] ?? 0;
    cells[at] = cells[at + 1] = cells[at + 2] = cells[at + 3] = 0;
    return taken;
  }

  /** Takes over the open minutes of a topic; false where there is more to them than three sums. */
  takeOver(place: number, open: readonly OpenMinute[], closed: number): boolean {
    const isPlain = (one: OpenMinute): boolean =>
      isWithin(one.minute, closed) && isWhole(one) && isBare(one);
    if (!open.every(isPlain)) return false;
    for (const one of open) this.put(place, one.minute, one);
    this.states[place] = HERE;
    return true;
  }

  /** Gives back what lies here; the topic takes its counts itself from here on. */
  giveBack(place: number, to: (minute: number, counts: MinuteCounts) => void): void {
    this.states[place] = ITSELF;
    const from = place * PLACE_CELLS;
    const minutes = [0, 1, 2, 3].map((slot) => (this.cells[from + slot * SLOT_CELLS] ?? 0) - 1);
    for (const minute of minutes.sort((a, b) => a - b))
      if (minute >= 0) to(minute, this.take(place, minute));
  }

  private put(place: number, minute: number, counts: MinuteCounts): void {
    const at = slotOf(place, minute);
    const { cells } = this;
    cells[at] = minute + 1;
    cells[at + 1] = (cells[at + 1] ?? 0) + counts.negPermille;
    cells[at + 2] = (cells[at + 2] ?? 0) + counts.total;
    cells[at + 3] = (cells[at + 3] ?? 0) + counts.negCount;
  }

  private grow(): void {
    const { cells, states } = this;
    this.cells = new Int32Array(2 * cells.length);
    this.cells.set(cells);
    this.states = new Uint8Array(2 * states.length);
    this.states.set(states);
  }
}

function slotOf(place: number, minute: number): number {
  return place * PLACE_CELLS + (minute & (SLOTS - 1)) * SLOT_CELLS;
}

function isWithin(minute: number, closed: number): boolean {
  return minute > closed && minute <= closed + SLOTS;
}

function isWhole({ negPermille, total, negCount }: MinuteCounts): boolean {
  return (negPermille | 0) === negPermille && (total | 0) === total && (negCount | 0) === negCount;
}

/** Nobody is named and nothing was listened to. */
function isBare({ authors, channels, media, tone }: CountDelta | OpenMinute): boolean {
  return (
    (authors ?? null) === null &&
    (channels ?? 0) === 0 &&
    (media === undefined || media.length === 0) &&
    (tone ?? null) === null
  );
}
