import type { Beat, EntriesAlong, LiveMessage, Pulse, Resumed } from '@sturmwarte/contracts';
import { BeatClock } from './beat-clock.js';
import { DEAD_AFTER_MS, retryDelayMs, STALE_AFTER_MS, type LiveStatus } from './live-status.js';
import type { LiveTimers, LiveTransport, WatchRequest } from './live-transport.js';
import { StreamLedger } from './stream-ledger.js';

/** What the page wants to hear. Messages of a stream come in order, each exactly once. */
export interface LiveListener {
  readonly message?: (message: LiveMessage) => void;
  /** Ahead of its number, and perhaps never: nothing may depend on it. */
  readonly entries?: (along: EntriesAlong) => void;
  readonly pulse?: (pulse: Pulse) => void;
  /** Something was missed for good: whatever was fetched before must be fetched anew. */
  readonly stale?: () => void;
  /** The server does not accept this session any more. */
  readonly refused?: () => void;
}

const CHECK_EVERY_MS = 1_000;

/**
 * The console's ear. Knows nothing of the DOM, React or socket.io: a wire, timers and chance are arguments.
 * Connects, resumes by sequence numbers, notices gaps, drops doubles, reconnects with growing spread pauses,
 * follows the server's clock by its beats, and says when it no longer hears them.
 */
export class LiveClient {
  private readonly ledger = new StreamLedger();
  private readonly beats = new BeatClock();
  private readonly listeners = new Set<LiveListener>();
  private readonly watchers = new Set<() => void>();
  private status: LiveStatus = {
    connection: 'connecting',
    lastHeardAt: null,
    clockOffsetMs: 0,
    reloaded: { count: 0, at: 0 },
  };
  private running = false;
  private up = false;
  /** Counts wires: what an older one still says is ignored. */
  private wire = 0;
  private attempt = 0;
  private everResumed = false;
  private watched: WatchRequest | null = null;
  /** Messages that arrive while the server is answering a resume; null: none is under way. */
  private waiting: LiveMessage[] | null = null;
  private cancelRetry: (() => void) | null = null;
  private cancelCheck: (() => void) | null = null;

  constructor(
    private readonly transport: LiveTransport,
    private readonly timers: LiveTimers,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.connect();
    this.check();
  }

  stop(): void {
    this.running = false;
    this.cancelRetry?.();
    this.cancelCheck?.();
    this.drop();
    this.change({ connection: 'disconnected' });
  }

  /** Do not wait for the next attempt. */
  retryNow(): void {
    if (!this.running || this.up) return;
    this.cancelRetry?.();
    this.attempt = 0;
    this.connect();
  }

  /** Whose pulses to send; remembered across reconnects. */
  watch(request: WatchRequest): void {
    this.watched = request;
    if (this.up) this.askToWatch();
  }

  listen(listener: LiveListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  readonly getStatus = (): LiveStatus => this.status;

  readonly onStatus = (run: () => void): (() => void) => {
    this.watchers.add(run);
    return () => this.watchers.delete(run);
  };

  /** The server's clock, as far as its beats tell. */
  serverNow(): number {
    return this.timers.now() + this.status.clockOffsetMs;
  }

  private connect(): void {
    const wire = ++this.wire;
    const current = (run: () => void): void => {
      if (wire === this.wire && this.running) run();
    };
    this.cancelRetry = null;
    this.transport.open({
      up: () => current(() => this.onUp()),
      down: (refused) => current(() => this.onDown(refused)),
      message: (message) => current(() => this.onMessage(message)),
      entries: (along) =>
        current(() => {
          for (const listener of this.listeners) listener.entries?.(along);
        }),
      pulse: (pulse) => current(() => this.onPulse(pulse)),
      beat: (beat) => current(() => this.onBeat(beat)),
    });
  }

  private drop(): void {
    this.wire += 1;
    this.up = false;
    this.waiting = null;
    this.transport.close();
  }

  private onUp(): void {
    this.up = true;
    this.change({ lastHeardAt: this.timers.now() });
    if (this.watched) this.askToWatch();
    void this.resume();
  }

  private onDown(refused: boolean): void {
    this.drop();
    this.change({ connection: 'disconnected' });
    if (refused) for (const listener of this.listeners) listener.refused?.();
    const delay = retryDelayMs(this.attempt, this.timers.random());
    this.attempt += 1;
    this.cancelRetry?.();
    this.cancelRetry = this.timers.after(delay, () => this.connect());
  }

  private askToWatch(): void {
    if (!this.watched) return;
    // A refusal only means no pulses; the numbered messages and the badge do not depend on it.
    this.transport.watch(this.watched).catch(() => undefined);
  }

  /** Asks for everything after what was seen. One question at a time. */
  private async resume(beyond: LiveMessage | null = null): Promise<void> {
    if (this.waiting) return;
    const wire = this.wire;
    this.waiting = [];
    const reply = await this.transport
      .resume({ streams: this.ledger.positions() })
      .catch(() => null);
    if (wire !== this.wire || !this.running) return;
    if (reply?.ok !== true) {
      this.onDown(reply !== null && reply.code === 'not-signed-in');
      return;
    }
    this.applyResumed(reply.data, beyond);
  }

  private applyResumed(resumed: Resumed, beyond: LiveMessage | null): void {
    const late = this.waiting ?? [];
    this.waiting = null;
    this.attempt = 0;
    // On a new wire: pulses are not kept, so what they moved meanwhile was missed, whatever the log brings.
    let stale = beyond === null;
    const isReconnect = this.everResumed;
    this.everResumed = true;
    let count = 0;
    for (const message of resumed.messages) {
      const verdict = this.ledger.judge(message);
      if (verdict === 'seen') continue;
      if (verdict === 'gap') stale = true;
      this.deliver(message);
      count += 1;
    }
    for (const stream of resumed.reset) {
      this.ledger.forget(stream);
      stale = true;
    }
    for (const { stream, seq } of resumed.heads) {
      if (!this.ledger.knows(stream)) {
        this.ledger.advance(stream, seq);
        stale = true;
      }
    }
    if (isReconnect && count > 0) this.change({ reloaded: { count, at: this.timers.now() } });
    this.change({ connection: 'connected', lastHeardAt: this.timers.now() });
    if (stale) for (const listener of this.listeners) listener.stale?.();
    // The answer was asked for after this one had come: what it does not hold before it, nobody has any more.
    if (beyond) this.onMessage(beyond, true);
    for (const message of late) this.onMessage(message);
  }

  private onMessage(message: LiveMessage, justResumed = false): void {
    if (this.waiting) {
      this.waiting.push(message);
      return;
    }
    const verdict = this.ledger.judge(message);
    if (verdict === 'seen') return;
    if (verdict === 'gap' && !justResumed) {
      void this.resume(message);
      return;
    }
    this.deliver(message);
    // A stream that begins in the middle was opened to us just now, and a gap the server could not fill stays one:
    // what lies before is not known here.
    if (verdict === 'gap' || (verdict === 'new-stream' && message.seq > 1)) {
      for (const listener of this.listeners) listener.stale?.();
    }
  }

  private deliver(message: LiveMessage): void {
    this.ledger.advance(message.stream, message.seq);
    for (const listener of this.listeners) listener.message?.(message);
  }

  private onPulse(pulse: Pulse): void {
    for (const listener of this.listeners) listener.pulse?.(pulse);
  }

  private onBeat(beat: Beat): void {
    const now = this.timers.now();
    const clockOffsetMs = this.beats.hear(Date.parse(beat.now), now);
    const connection = this.status.connection === 'delayed' ? 'connected' : this.status.connection;
    this.change({ clockOffsetMs, lastHeardAt: now, connection });
  }

  private check(): void {
    const heard = this.status.lastHeardAt;
    if (this.up && heard !== null) {
      const silence = this.timers.now() - heard;
      if (silence > DEAD_AFTER_MS) this.onDown(false);
      else if (silence > STALE_AFTER_MS && this.status.connection === 'connected') {
        this.change({ connection: 'delayed' });
      }
    }
    this.cancelCheck = this.timers.after(CHECK_EVERY_MS, () => this.check());
  }

  private change(next: Partial<LiveStatus>): void {
    this.status = { ...this.status, ...next };
    for (const run of this.watchers) run();
  }
}
