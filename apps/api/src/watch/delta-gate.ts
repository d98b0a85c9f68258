import type { CountDelta } from '@sturmwarte/detect';
import type { CommitHorizon } from '@sturmwarte/store';

interface Waiting {
  readonly xid: bigint;
  readonly delta: CountDelta;
}

/**
 * Between the bus and the detector. While topics are read from the database their news wait; afterwards only those
 * pass that the reading had not seen, so that no commit is counted twice and none is missed.
 */
export class DeltaGate {
  private readonly horizons = new Map<number, CommitHorizon>();
  private readonly waiting = new Map<number, Waiting[]>();
  /** Before the first reading nobody knows which topics there are: everything waits. */
  private everything: Waiting[] | null = [];

  /** These topics are about to be read. */
  expect(topicIds: Iterable<number>): void {
    for (const id of topicIds) {
      this.horizons.delete(id);
      if (!this.waiting.has(id)) this.waiting.set(id, []);
    }
  }

  /** What may be counted now. */
  admit(xid: string, deltas: readonly CountDelta[]): CountDelta[] {
    const id = BigInt(xid);
    if (this.everything) {
      for (const delta of deltas) this.everything.push({ xid: id, delta });
      return [];
    }
    return deltas.filter((delta) => {
      this.waiting.get(delta.topicId)?.push({ xid: id, delta });
      return this.horizons.get(delta.topicId)?.saw(id) === false;
    });
  }

  /** These topics have been read up to `horizon`: answers what waited and is news. */
  open(topicIds: readonly number[], horizon: CommitHorizon): CountDelta[] {
    const news: CountDelta[] = [];
    for (const id of topicIds) {
      this.horizons.set(id, horizon);
      for (const { xid, delta } of this.waiting.get(id) ?? []) {
        if (!horizon.saw(xid)) news.push(delta);
      }
      this.waiting.delete(id);
    }
    return news;
  }

  /** The first reading is done; what waits for topics it did not find is dropped. */
  openFirst(topicIds: readonly number[], horizon: CommitHorizon): CountDelta[] {
    const waited = this.everything ?? [];
    this.everything = null;
    const news = this.open(topicIds, horizon);
    for (const { xid, delta } of waited) {
      if (this.horizons.get(delta.topicId)?.saw(xid) === false) news.push(delta);
    }
    return news;
  }

  close(topicId: number): void {
    this.horizons.delete(topicId);
    this.waiting.delete(topicId);
  }
}
