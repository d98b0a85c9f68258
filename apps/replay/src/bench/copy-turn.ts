import { bareCopy, type PreparedMention } from '@sturmwarte/store';
import type { Sample } from './report.js';
import type { Stand } from './stand.js';
import { withCost } from './turn.js';

/** One turn of the yardstick: the rows by plain COPY, in one transaction, without a server. */
export async function copyTurn(
  { db, table }: Stand,
  postgres: number,
  rows: readonly PreparedMention[],
  options: { readonly keys: boolean },
): Promise<Sample> {
  await table.empty();
  const cost = await withCost({ node: process.pid, postgres }, async () => {
    const started = performance.now();
    await bareCopy(db.pool, rows, options);
    return (performance.now() - started) / 1_000;
  });
  const stored = await table.count();
  if (stored !== rows.length) throw new Error(`${stored} of ${rows.length} rows copied`);
  return {
    perSecond: rows.length / cost.result,
    nodeCpu: cost.node / rows.length,
    postgresCpu: cost.postgres / rows.length,
    loadCpu: 0,
  };
}
