import type { MentionPage, MentionView } from '@sturmwarte/contracts';
import type { LiveTimers } from '../live/live-transport.js';
import { countNewer, isNewer, mergeLook, type Look } from './merge-mentions.js';

export type FetchMentions = (before: string | null, limit: number) => Promise<MentionPage>;

export interface StreamState {
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Shown, newest first. */
  readonly mentions: readonly MentionView[];
  /** Newer ones that are counted, not shown; at least so many with `waitingMore`. */
  readonly waiting: number;
  readonly waitingMore: boolean;
  readonly older: 'idle' | 'busy' | 'failed' | 'end';
  /** Why the last fetch failed; null when it did not. */
  readonly problem: unknown;
  /** The newest ones could not be fetched: what is shown may be old. */
  readonly stale: boolean;
}

const PAGE = 50;
const LOOK_PAGE = 100;
/** Deeper than this a look does not dig: then the list begins anew at the top. */
const LOOK_PAGES = 4;
const LOOK_EVERY_MS = 1_000;
const HELD_LOOK_EVERY_MS = 3_000;
const EMPTY: StreamState = {
  phase: 'loading',
  mentions: [],
  waiting: 0,
  waitingMore: false,
  older: 'idle',
  problem: null,
  stale: false,
};

/**
 * The stream of mentions of one filter. A hint that something arrived makes it look at the newest; while it is held,
 * what it finds is counted and waits. Knows nothing of the DOM or HTTP: pages and timers are arguments.
 */
export class MentionStream {
  private state: StreamState = EMPTY;
  private readonly watchers = new Set<() => void>();
  private next: string | null = null;
  private held = false;
  private waitingLook: Look | null = null;
  /** Counts beginnings: answers that belong to an earlier one are dropped. */
  private run = 0;
  private looking = false;
  private hinted = false;
  private lastLookAt = Number.NEGATIVE_INFINITY;
  private cancelLook: (() => void) | null = null;

  constructor(
    private readonly fetch: FetchMentions,
    private readonly timers: Pick<LiveTimers, 'now' | 'after'>,
  ) {}

  readonly getState = (): StreamState => this.state;

  readonly onState = (run: () => void): (() => void) => {
    this.watchers.add(run);
    return () => this.watchers.delete(run);
  };

  start(): void {
    void this.load();
  }

  stop(): void {
    this.run += 1;
    this.cancelLook?.();
    this.cancelLook = null;
  }

  /** Something may have arrived. Many hints make one look. */
  hint(): void {
    if (this.state.phase !== 'ready') return;
    if (this.looking) {
      this.hinted = true;
      return;
    }
    if (this.cancelLook) return;
    const every = this.held ? HELD_LOOK_EVERY_MS : LOOK_EVERY_MS;
    const wait = Math.max(0, this.lastLookAt + every - this.timers.now());
    this.cancelLook = this.timers.after(wait, () => {
      this.cancelLook = null;
      void this.look();
    });
  }

  /** Held: nothing moves, new mentions are counted. Let go: they appear. */
  hold(held: boolean): void {
    if (this.held === held) return;
    this.held = held;
    if (!held) this.show();
  }

  /** Shows what waits, held or not. */
  show(): void {
    const look = this.waitingLook;
    this.waitingLook = null;
    if (look) this.take(look);
  }

  /** The next page of older ones. */
  async older(): Promise<void> {
    const { phase, older } = this.state;
    if (phase !== 'ready' || older === 'busy' || this.next === null) return;
    const { run } = this;
    const before = this.next;
    this.change({ older: 'busy' });
    try {
      const page = await this.fetch(before, PAGE);
      if (run !== this.run) return;
      const last = this.state.mentions.at(-1)?.id;
      const below = page.mentions.filter(({ id }) => last === undefined || isNewer(last, id));
      this.next = page.next;
      this.change({ mentions: [...this.state.mentions, ...below], older: this.olderState() });
    } catch (problem) {
      if (run === this.run) this.change({ older: 'failed', problem });
    }
  }

  private async load(): Promise<void> {
    this.stop();
    const { run } = this;
    this.looking = false;
    this.waitingLook = null;
    this.change(EMPTY);
    try {
      const page = await this.fetch(null, PAGE);
      if (run !== this.run) return;
      this.next = page.next;
      this.lastLookAt = this.timers.now();
      this.change({ phase: 'ready', mentions: page.mentions, older: this.olderState() });
    } catch (problem) {
      if (run === this.run) this.change({ phase: 'failed', problem });
    }
  }

  private async look(): Promise<void> {
    const { run } = this;
    this.looking = true;
    this.hinted = false;
    this.lastLookAt = this.timers.now();
    try {
      const look = await this.readNewest();
      if (run !== this.run) return;
      this.looking = false;
      this.found(look);
    } catch (problem) {
      if (run !== this.run) return;
      this.looking = false;
      this.change({ stale: true, problem });
    }
    if (this.hinted) this.hint();
  }

  private async readNewest(): Promise<Look> {
    const newest = this.state.mentions[0]?.id;
    let mentions: readonly MentionView[] = [];
    let next: string | null = null;
    for (let page = 0; page < LOOK_PAGES; page += 1) {
      const got = await this.fetch(next, page === 0 ? PAGE : LOOK_PAGE);
      mentions = [...mentions, ...got.mentions];
      next = got.next;
      const last = mentions.at(-1)?.id;
      const meets = newest !== undefined && last !== undefined && !isNewer(last, newest);
      if (meets || next === null) return { mentions, meets: true, next };
    }
    return { mentions, meets: false, next };
  }

  private found(look: Look): void {
    if (!this.held) {
      this.waitingLook = null;
      this.take(look);
      return;
    }
    const waiting = countNewer(this.state.mentions, look);
    this.waitingLook = look;
    this.change({ stale: false, waiting, waitingMore: !look.meets });
  }

  private take(look: Look): void {
    const mentions = mergeLook(this.state.mentions, look);
    if (!look.meets || look.next === null || this.state.mentions.length === 0) {
      // The list ends where the look ends; a page of older ones on its way belongs to the list before.
      if (!look.meets) this.run += 1;
      this.next = look.next;
    }
    const busy = look.meets && this.state.older === 'busy';
    const older = busy ? 'busy' : this.olderState();
    this.change({ mentions, waiting: 0, waitingMore: false, stale: false, older });
  }

  private olderState(): 'idle' | 'end' {
    return this.next === null ? 'end' : 'idle';
  }

  private change(next: Partial<StreamState>): void {
    this.state = { ...this.state, ...next };
    for (const run of this.watchers) run();
  }
}
