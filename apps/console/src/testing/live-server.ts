import type {
  EntriesAlong,
  LiveBody,
  LiveMessage,
  Pulse,
  Reply,
  Resumed,
} from '@sturmwarte/contracts';
import type {
  LiveTimers,
  LiveTransport,
  ResumeRequest,
  WatchRequest,
  WireEvents,
} from '../live/live-transport.js';

/** Time that moves only when told. */
export class HandTimers implements LiveTimers {
  private at = Date.parse('2026-11-22T13:00:00Z');
  private pending: { at: number; run: () => void }[] = [];

  now(): number {
    return this.at;
  }
  random(): number {
    return 0;
  }
  after(delayMs: number, run: () => void): () => void {
    const entry = { at: this.at + delayMs, run };
    this.pending.push(entry);
    return () => {
      this.pending = this.pending.filter((other) => other !== entry);
    };
  }
  /** Moves on, running what falls due, and lets promises settle. */
  async pass(ms: number): Promise<void> {
    const end = this.at + ms;
    for (;;) {
      const next = this.pending.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.at = Math.max(this.at, next.at);
      this.pending = this.pending.filter((entry) => entry !== next);
      next.run();
      await settle();
    }
    this.at = end;
    await settle();
  }
}

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

/**
 * A live server in memory that keeps the contract: gap-free numbers per stream, at-most-once delivery, resume from
 * the log, streams whose past is too old are named in `reset`.
 */
export class LiveServer {
  private readonly log = new Map<number, LiveMessage[]>();
  private readonly forgotten = new Map<number, number>();
  private readonly holes = new Map<number, number>();
  private wire: WireEvents | null = null;
  reachable = true;
  refusing = false;
  resumes: ResumeRequest[] = [];
  watches: WatchRequest[] = [];
  /** When set, answers to `resume` wait for this to be called. */
  private held: (() => void)[] | null = null;

  constructor(private readonly timers: HandTimers) {}

  transport(): LiveTransport {
    return {
      open: (events) => {
        this.wire = events;
        if (this.reachable) events.up();
        else events.down(false);
      },
      close: () => {
        this.wire = null;
      },
      resume: async (request) => {
        this.resumes.push(request);
        const answer = this.answer(request);
        if (this.held) await new Promise<void>((go) => this.held?.push(go));
        return answer;
      },
      watch: async (request) => {
        this.watches.push(request);
        return { ok: true, data: null };
      },
    };
  }

  /** Figures that move; never kept. */
  pulse(pulse: Pulse): void {
    this.wire?.pulse(pulse);
  }

  /** Commits a message; `lost` never reaches the wire. */
  say(stream: number, how: 'sent' | 'lost' | 'twice' = 'sent', body?: LiveBody): LiveMessage {
    const kept = this.log.get(stream) ?? [];
    const message: LiveMessage = {
      stream,
      seq: (kept.at(-1)?.seq ?? this.forgotten.get(stream) ?? 0) + 1 + this.takeHoles(stream),
      at: new Date(this.timers.now()).toISOString(),
      body: body ?? { type: 'topics', spaceId: 1 },
    };
    this.log.set(stream, [...kept, message]);
    if (how !== 'lost') this.wire?.message(message);
    if (how === 'twice') this.wire?.message(message);
    return message;
  }

  /** A number whose message nobody has any more: the log has a hole, against its own promise. */
  lose(stream: number): void {
    this.say(stream, 'lost');
    this.log.set(stream, (this.log.get(stream) ?? []).slice(0, -1));
    this.holes.set(stream, (this.holes.get(stream) ?? 0) + 1);
  }

  /** News of a journal, ahead of their number. */
  along(along: EntriesAlong): void {
    this.wire?.entries(along);
  }

  beat(aheadMs = 0): void {
    this.wire?.beat({ now: new Date(this.timers.now() + aheadMs).toISOString() });
  }

  cut(): void {
    const wire = this.wire;
    this.wire = null;
    wire?.down(false);
  }

  /** Old messages leave the log. */
  forget(stream: number): void {
    const last = this.log.get(stream)?.at(-1)?.seq ?? 0;
    this.forgotten.set(stream, last);
    this.log.set(stream, []);
  }

  holdAnswers(): void {
    this.held = [];
  }
  releaseAnswers(): void {
    const held = this.held ?? [];
    this.held = null;
    for (const go of held) go();
  }

  private takeHoles(stream: number): number {
    const holes = this.holes.get(stream) ?? 0;
    this.holes.delete(stream);
    return holes;
  }

  private answer(request: ResumeRequest): Reply<Resumed> {
    if (this.refusing) return { ok: false, code: 'not-signed-in', params: {} };
    const messages: LiveMessage[] = [];
    const reset: number[] = [];
    for (const { stream, seq } of request.streams) {
      if (seq < 0) continue;
      if (seq < (this.forgotten.get(stream) ?? 0)) reset.push(stream);
      else messages.push(...(this.log.get(stream) ?? []).filter((message) => message.seq > seq));
    }
    const heads = [...this.log].map(([stream, kept]) => ({
      stream,
      seq: kept.at(-1)?.seq ?? this.forgotten.get(stream) ?? 0,
    }));
    return { ok: true, data: { messages, heads, reset } };
  }
}
