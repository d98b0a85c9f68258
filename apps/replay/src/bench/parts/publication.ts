import { cpus, loadavg } from 'node:os';
import { describeServer } from '@sturmwarte/store';
import type { BenchPart } from '../bench-part.js';
import { IncidentScene } from '../incident/incident-scene.js';
import { NewsroomServer } from '../publication/newsroom-server.js';
import { publicationTurn } from '../publication/publication-turn.js';
import { number, quantile, ratioTable, table } from '../report.js';
import { Rig } from '../rig.js';

const STATEMENTS = 200;

export const part: BenchPart = {
  name: 'publication',
  says: 'From the click on "approve" and the order to publish to the statement at a local newsroom.',
  run: (options) =>
    Rig.with(options, async (rig) => {
      const scene = await IncidentScene.open(rig, 1);
      const newsroom = await NewsroomServer.open();
      rig.keep(newsroom);
      options.say(`${STATEMENTS} statements, one after the other`);
      const before = loadavg()[0] ?? 0;
      const times = await publicationTurn(scene, scene.admin, newsroom, STATEMENTS);
      const server = await describeServer(scene.db.pool);
      return [
        table(
          ['milliseconds', 'p50', 'p90', 'p99', 'largest', 'of'],
          [
            row('approval, acknowledged after commit', times.approved),
            row('order to publish, acknowledged after commit', times.prepared),
            row('order to publish, whole at the newsroom', times.handedOver),
            row('click on "approve", whole at the newsroom', times.fromApproval),
          ],
        ),
        ratioTable([
          {
            what: 'click on "approve" to the newsroom, p99 ms',
            value: at(times.fromApproval, 0.99),
            goal: { atMost: 1_000 },
          },
        ]),
        `Every statement was written by one person, approved and given to the exit by another, over HTTP with accounts, rights and proof of identity; signed, over a connection of its own, each arrived once (${number(newsroom.count)}). One server.`,
        `PostgreSQL ${server.version}, fsync ${server.fsync}, synchronous_commit ${server.synchronousCommit}; Node ${process.version}, ${cpus().length} cores shared by load, server, newsroom and database; load average ${before.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after.`,
      ].join('\n\n');
    }),
};

function at(values: readonly number[], share: number): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    share,
  );
}

function row(what: string, values: readonly number[]): string[] {
  const shares = [0.5, 0.9, 0.99, 1].map((share) => number(at(values, share), 1));
  return [what, ...shares, number(values.length)];
}
