import {
  indexForSearch,
  type IntakeBatchRow,
  type StagePlace,
  type StageRepository,
} from '@sturmwarte/store';
import type { Breather } from './breather.js';
import type { Stage } from './stage-runner.js';

/** About so many mentions are indexed in one transaction, unless a single batch is larger. */
const MENTIONS_AT_ONCE = 1_000;

/** Makes mentions searchable by words and authors, off the path of the intake. */
export class SearchIndexStage implements Stage {
  readonly name = 'search-index';
  readonly batches = 50;

  constructor(
    private readonly stages: StageRepository,
    private readonly breather: Breather,
  ) {}

  async work(batches: readonly IntakeBatchRow[], from: StagePlace): Promise<boolean> {
    let place = from;
    for (const group of grouped(batches)) {
      const started = performance.now();
      const last = group.at(-1) as IntakeBatchRow;
      const to = { xid: last.xid, id: last.id };
      const ours = await this.stages.advance(this.name, place, to, (client) =>
        indexForSearch(client, group),
      );
      if (!ours) return false;
      place = to;
      await this.breather.rest(performance.now() - started);
    }
    return true;
  }
}

function grouped(batches: readonly IntakeBatchRow[]): IntakeBatchRow[][] {
  const groups: IntakeBatchRow[][] = [];
  let mentions = Infinity;
  for (const batch of batches) {
    const size = sizeOf(batch);
    if (mentions + size > MENTIONS_AT_ONCE) {
      groups.push([]);
      mentions = 0;
    }
    groups.at(-1)?.push(batch);
    mentions += size;
  }
  return groups;
}

function sizeOf({ firstId, lastId, replaced }: IntakeBatchRow): number {
  return (firstId === null || lastId === null ? 0 : lastId - firstId + 1) + replaced.length;
}
