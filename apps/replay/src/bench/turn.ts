import { cpuOf, cpuOfTree } from './cpu.js';
import type { LoadReport } from './load.js';
import type { MentionTable } from './mention-table.js';
import type { Sample } from './report.js';

export interface Turn {
  readonly sample: Sample;
  readonly report: LoadReport;
}

/**
 * One turn of intake: empties the tables (unless told not to), sends, and reads what it cost. Throws when the table
 * does not hold exactly what was acknowledged, or what was acknowledged is not what was expected.
 */
export async function intakeTurn(
  table: MentionTable,
  pids: { readonly node: number; readonly postgres: number },
  send: () => Promise<LoadReport>,
  expected: { readonly stored: number; readonly duplicates?: number; readonly keep?: boolean },
): Promise<Turn> {
  if (expected.keep !== true) await table.empty();
  const before = await table.count();
  const { result: report, node, postgres, own } = await withCost(pids, send);
  const inTable = (await table.count()) - before;
  checkCounts(report, inTable, expected);
  const mentions = report.stored + report.duplicates;
  return {
    report,
    sample: {
      perSecond: mentions / report.seconds,
      nodeCpu: node / mentions,
      postgresCpu: postgres / mentions,
      loadCpu: own / mentions,
    },
  };
}

/** CPU microseconds a piece of work took: in a server's process, in PostgreSQL with all its backends, in our own. */
export async function withCost<T>(
  pids: { readonly node: number; readonly postgres: number },
  work: () => Promise<T>,
): Promise<{ result: T; node: number; postgres: number; own: number }> {
  const read = (): [number, number, number] => [
    cpuOf(pids.node),
    cpuOfTree(pids.postgres),
    cpuOf(process.pid),
  ];
  const [node, postgres, own] = read();
  const result = await work();
  const after = read();
  return {
    result,
    node: after[0] - node,
    postgres: after[1] - postgres,
    own: after[2] - own,
  };
}

function checkCounts(
  { stored, duplicates }: LoadReport,
  inTable: number,
  expected: { readonly stored: number; readonly duplicates?: number },
): void {
  if (inTable !== stored)
    throw new Error(`${stored} acknowledged as stored, ${inTable} in the table`);
  if (stored !== expected.stored) throw new Error(`${stored} of ${expected.stored} stored`);
  const known = expected.duplicates ?? 0;
  if (duplicates !== known) throw new Error(`${duplicates} called duplicates, ${known} were`);
}
