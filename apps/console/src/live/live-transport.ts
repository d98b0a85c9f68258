import type {
  Beat,
  EntriesAlong,
  LiveMessage,
  Pulse,
  Reply,
  Resumed,
  resumeSchema,
  watchSchema,
} from '@sturmwarte/contracts';
import type { z } from 'zod';

export type ResumeRequest = z.input<typeof resumeSchema>;
export type WatchRequest = z.input<typeof watchSchema>;

/** What a wire tells the client. After `down` it stays down until opened again. */
export interface WireEvents {
  readonly up: () => void;
  /** `refused`: the server will not have this session. */
  readonly down: (refused: boolean) => void;
  readonly message: (message: LiveMessage) => void;
  readonly entries: (along: EntriesAlong) => void;
  readonly pulse: (pulse: Pulse) => void;
  readonly beat: (beat: Beat) => void;
}

/** One wire to the server; delivers at most once and keeps nothing. */
export interface LiveTransport {
  open(events: WireEvents): void;
  close(): void;
  resume(request: ResumeRequest): Promise<Reply<Resumed>>;
  watch(request: WatchRequest): Promise<Reply<null>>;
}

/** Time and chance, as arguments. Milliseconds. */
export interface LiveTimers {
  now(): number;
  /** Runs once after the delay; the answer cancels. */
  after(delayMs: number, run: () => void): () => void;
  /** 0 to 1. */
  random(): number;
}
