import { describe, expect, it } from '@jest/globals';
import type { Contestant } from './contestant.js';
import { Ear } from './ear.js';
import type { Result } from './measure-peers.js';
import { duration, goalsOf, goalsTable, latencyTable, spreadOf, upkeepTable } from './report.js';

function resultOf(name: string, durable: boolean, alerts: number[], acks: number[] = [10]): Result {
  const contestant: Contestant = {
    ...{ name, durable, keeps: 'all', intake: { url: '', headers: {} } },
    ...{ ear: new Ear(), workers: [], stop: () => Promise.resolve() },
  };
  const upkeep = [{ name: `${name} process`, cpu: 0.25, bytes: 3 * 1_024 ** 2 }];
  return { contestant, turns: [{ alerts, acks, mentions: 1, upkeep, ownCpu: 0.02, load: 1 }] };
}

describe('what the comparison says', () => {
  it('gives medians, and the largest of few as their p99', () => {
    const values = Array.from({ length: 30 }, (_, n) => 30 - n);
    expect(spreadOf(values)).toEqual({
      ...{ p50: 15.5, p90: 28, p99: 30, least: 1, most: 30, count: 30 },
    });
  });

  it('names each time in a unit people read', () => {
    expect([4.36, 99.96, 812.4, 114_800].map(duration)).toEqual([
      ...['4.4 ms', '100.0 ms', '812 ms', '114.8 s'],
    ]);
  });

  it('holds medians of one run against the goals', () => {
    const results = {
      ours: resultOf('ours', true, [10, 12, 11], [8, 8]),
      prometheus: resultOf('Prometheus', false, [600]),
      nodeRed: resultOf('Node-RED', false, [8]),
    };
    expect(goalsOf(results).map(({ value, verdict }) => [value, verdict])).toEqual([
      [600 / 11, 'met'],
      [11 / 8, 'beyond'],
      [11 / 8, 'missed'],
    ]);
    expect(goalsTable(goalsOf(results))).toContain('≤ 2.5, beyond 1.5');
  });

  it('leaves out who was not there, and adds who took minutes', () => {
    const results = { ours: resultOf('ours', true, [10]), prometheus: null, nodeRed: null };
    expect(goalsOf(results)).toHaveLength(1);
    const lines = latencyTable(results, [{ name: 'slow', alerts: [40_000] }]).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toMatch(/^\| ours +\| 10\.0 ms .* \| 1 +\| yes +\| all/);
    expect(lines[3]).toMatch(/^\| slow +\| 40\.0 s .* \| 1 +\| no /);
    expect(upkeepTable(results)).toMatch(/\| ours process +\| 25\.0 +\| 3 +\|/);
  });
});
