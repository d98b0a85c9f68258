import type { LiveMessage } from '@sturmwarte/contracts';

/** What a message means next to everything seen before. */
export type Verdict = 'next' | 'seen' | 'gap' | 'new-stream';

/** The last number seen of every stream. Numbers have no gaps, so a jump is a loss. */
export class StreamLedger {
  private readonly seen = new Map<number, number>();

  judge(message: Pick<LiveMessage, 'stream' | 'seq'>): Verdict {
    const last = this.seen.get(message.stream);
    if (last === undefined) return 'new-stream';
    if (message.seq <= last) return 'seen';
    return message.seq === last + 1 ? 'next' : 'gap';
  }

  advance(stream: number, seq: number): void {
    this.seen.set(stream, seq);
  }

  knows(stream: number): boolean {
    return this.seen.has(stream);
  }

  forget(stream: number): void {
    this.seen.delete(stream);
  }

  positions(): { stream: number; seq: number }[] {
    return [...this.seen].map(([stream, seq]) => ({ stream, seq }));
  }
}
