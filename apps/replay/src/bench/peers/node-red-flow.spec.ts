import { describe, expect, it, jest } from '@jest/globals';
import { countingFunction, nodeRedFlow, nodeRedSettings } from './node-red-flow.js';

interface Said {
  readonly topic: number;
  readonly negative: boolean;
}
type Outputs = readonly [readonly { payload: string }[], { payload: string }];

/** The function node as Node-RED runs it: with a message and a context of its own. */
function functionNode(): (said: readonly Said[]) => Outputs {
  const kept = new Map<string, unknown>([['rings', new Map()]]);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is what a function node does
  const run = new Function('msg', 'context', countingFunction(3, 5)) as (
    msg: object,
    context: Map<string, unknown>,
  ) => Outputs;
  return (payload) => run({ payload }, kept);
}

describe('the flow of Node-RED', () => {
  const angry = { topic: 7, negative: true };
  const calm = { topic: 7, negative: false };

  it('raises one alert when the threshold is crossed, and answers every time', () => {
    const say = functionNode();
    expect(say([angry, calm, angry])[0]).toEqual([]);
    const [alerts, answer] = say([calm, { topic: 8, negative: true }, angry]);
    expect(alerts).toEqual([{ payload: '{"topic":7}' }]);
    expect(answer.payload).toBe('');
    expect(say([angry])[0]).toEqual([]);
  });

  it('forgets what is older than its window', () => {
    jest.useFakeTimers({ now: 1_000_000 });
    try {
      const say = functionNode();
      say([angry, angry]);
      jest.setSystemTime(1_000_000 + 5 * 60_000);
      expect(say([angry])[0]).toEqual([]);
      expect(say([angry, angry])[0]).toHaveLength(1);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is wired from the door to both ways out', () => {
    const nodes = JSON.parse(nodeRedFlow(51, 5)) as { id: string; wires?: string[][] }[];
    const known = new Set(nodes.map(({ id }) => id));
    for (const { wires = [] } of nodes) {
      for (const id of wires.flat()) expect(known).toContain(id);
    }
    expect(nodes.find(({ id }) => id === 'count')?.wires).toEqual([['alerts'], ['answer']]);
  });

  it('runs without an editor, on this machine only', () => {
    expect(nodeRedSettings(4_711)).toMatch(/^module\.exports = \{/);
    expect(nodeRedSettings(4_711)).toContain('"uiHost": "127.0.0.1"');
    expect(nodeRedSettings(4_711)).toContain('"disableEditor": true');
  });
});
