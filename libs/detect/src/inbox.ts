import type { CountDelta } from './count-delta.js';
import { kindsIn } from './heard-kinds.js';
import { OpenMinute } from './open-minute.js';
import { OpenVoices } from './open-voices.js';
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
 * Open minutes of plain topics: a line of memory for each topic, so that a mention costs one look at memory, however
 * many topics there are, and two where more than its counts is known. What a topic never heard of, it takes itself.
 */
export class Inbox {
  private cells = new Int32Array(FIRST_PLACES * PLACE_CELLS);
  private states = new Uint8Array(FIRST_PLACES);
  /** The kinds a topic has heard of, see `kindsIn`. */
  private known = new Uint8Array(FIRST_PLACES);
  private readonly voices = new OpenVoices();
  private readonly taken = new OpenMinute(0);

  /** Makes room for a topic, which takes its counts itself at first. */
  open(place: number): void {
    while (place >= this.states.length) this.grow();
    this.states[place] = ITSELF;
    this.cells.fill(0, place * PLACE_CELLS, (place + 1) * PLACE_CELLS);
    for (let slot = 0; slot < SLOTS; slot++) this.voices.forget(place * SLOTS + slot);
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
    const kinds = kindsIn(delta);
    if (!this.fits(delta, kinds, this.known[place] ?? 0)) return false;
    this.put(place, delta.minute, delta);
    if (kinds !== 0) this.voices.add(slotOf(place, delta.minute), delta, kinds);
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

  /** Takes what was counted in a minute that is over; null where nothing was. Good until the next is taken. */
  take(place: number, minute: number): OpenMinute | null {
    const { cells, taken } = this;
    const slot = slotOf(place, minute);
    const at = slot * SLOT_CELLS;
    if (cells[at] !== minute + 1) return null;
    taken.begin(minute);
    taken.negPermille = cells[at + 1] ?? 0;
    taken.total = cells[at + 2] ?? 0;
    taken.negCount = cells[at + 3] ?? 0;
    cells[at] = cells[at + 1] = cells[at + 2] = cells[at + 3] = 0;
    if (this.known[place] !== 0) this.voices.take(slot, taken);
    return taken;
  }

  /** Takes over the open minutes of a topic that knows of these kinds; false where there is more to them. */
  takeOver(place: number, open: readonly OpenMinute[], closed: number, known: number): boolean {
    const canLie = (one: OpenMinute): boolean =>
      isWithin(one.minute, closed) && this.fits(one, kindsIn(one), known);
    if (!open.every(canLie)) return false;
    if (known !== 0) this.voices.makeRoom(this.states.length * SLOTS);
    for (const one of open) {
      this.put(place, one.minute, one);
      if (kindsIn(one) !== 0) this.voices.takeOver(slotOf(place, one.minute), one);
    }
    this.known[place] = known;
    this.states[place] = HERE;
    return true;
  }

  /** Gives back what lies here; the topic takes its counts itself from here on. */
  giveBack(place: number, to: (one: OpenMinute) => void): void {
    this.states[place] = ITSELF;
    const from = place * PLACE_CELLS;
    const minutes = [0, 1, 2, 3].map((slot) => (this.cells[from + slot * SLOT_CELLS] ?? 0) - 1);
    for (const minute of minutes.sort((a, b) => a - b)) {
      const one = minute < 0 ? null : this.take(place, minute);
      if (one !== null) to(one.copy());
    }
  }

  /** Whole numbers, of kinds that are known; outlets have names and find no place here. */
  private fits(one: CountDelta | OpenMinute, kinds: number, known: number): boolean {
    if ((kinds & ~known) !== 0 || !isWhole(one)) return false;
    return one.media === undefined || one.media.length === 0;
  }

  private put(place: number, minute: number, counts: MinuteCounts): void {
    const at = slotOf(place, minute) * SLOT_CELLS;
    const { cells } = this;
    cells[at] = minute + 1;
    cells[at + 1] = (cells[at + 1] ?? 0) + counts.negPermille;
    cells[at + 2] = (cells[at + 2] ?? 0) + counts.total;
    cells[at + 3] = (cells[at + 3] ?? 0) + counts.negCount;
  }

  private grow(): void {
    const { cells, states, known } = this;
    this.cells = new Int32Array(2 * cells.length);
    this.cells.set(cells);
    this.states = new Uint8Array(2 * states.length);
    this.states.set(states);
    this.known = new Uint8Array(2 * known.length);
    this.known.set(known);
  }
}

function slotOf(place: number, minute: number): number {
  return place * SLOTS + (minute & (SLOTS - 1));
}

function isWithin(minute: number, closed: number): boolean {
  return minute > closed && minute <= closed + SLOTS;
}

function isWhole({ negPermille, total, negCount }: MinuteCounts): boolean {
  return (negPermille | 0) === negPermille && (total | 0) === total && (negCount | 0) === negCount;
}
