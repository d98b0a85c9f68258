/** What a console may ask of us, and how much we keep for one that does not listen. */
export const SOCKET_LIMITS = {
  /** Open sockets per person: tabs, phone, wall screen. */
  perPerson: 20,
  /** One inbound message, characters. */
  messageChars: 65_536,
  /** Messages at once, and per second after that. */
  burst: 20,
  perSecond: 5,
  /** Refused messages before the line is cut. */
  strikes: 50,
  /** Packets and bytes waiting for a slow client before the line is cut; it comes back and resumes. */
  waitingPackets: 1_000,
  waitingBytes: 4_194_304,
} as const;

/** Lets a burst through, then a steady rate. Time in milliseconds is an argument. */
export class RateLimit {
  private tokens: number = SOCKET_LIMITS.burst;
  private strikes = 0;

  constructor(private lastMs: number) {}

  /** May another message pass? */
  take(nowMs: number): boolean {
    const earned = ((nowMs - this.lastMs) / 1_000) * SOCKET_LIMITS.perSecond;
    this.tokens = Math.min(SOCKET_LIMITS.burst, this.tokens + Math.max(0, earned));
    this.lastMs = nowMs;
    if (this.tokens >= 1) {
      this.tokens -= 1;
      return true;
    }
    this.strikes += 1;
    return false;
  }

  get hostile(): boolean {
    return this.strikes > SOCKET_LIMITS.strikes;
  }
}

/** The parts of a connection that show how much it has not taken yet, and that end it. */
export interface Backlog {
  readonly writeBuffer?: readonly { readonly data?: unknown }[];
  readonly transport?: {
    readonly socket?: { readonly bufferedAmount?: number; terminate?(): void };
  };
  close?(discard: boolean): void;
}

export function isClogged({ writeBuffer = [], transport }: Backlog): boolean {
  if (writeBuffer.length > SOCKET_LIMITS.waitingPackets) return true;
  let bytes = transport?.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) if (typeof data === 'string') bytes += data.length;
  return bytes > SOCKET_LIMITS.waitingBytes;
}

/** Ends a connection at once: a polite goodbye would wait behind everything that was not taken. */
export function cutOff(connection: Backlog): void {
  const { transport } = connection;
  connection.close?.(true);
  transport?.socket?.terminate?.();
}
