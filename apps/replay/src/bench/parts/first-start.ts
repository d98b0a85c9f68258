import { loadavg } from 'node:os';
import type { BenchPart } from '../bench-part.js';
import { firstStart, type FirstStart } from '../first-start.js';
import { median, ratioTable, spread, table } from '../report.js';

const MOST_ROUNDS = 3;

export const part: BenchPart = {
  name: 'first-start',
  says: "A built checkout's first start with the demo, up to the first alert on a console (P18).",
  async run({ rounds: wished, say }) {
    const starts: FirstStart[] = [];
    const loads: number[] = [];
    for (let round = 1; round <= Math.min(wished, MOST_ROUNDS); round++) {
      loads.push(loadavg()[0] ?? 0);
      starts.push(await firstStart());
      say(`start ${round}: first alert after ${starts.at(-1)?.alert.toFixed(1)} s`);
    }
    const cell = (value: (start: FirstStart) => number): string => spread(starts.map(value), 1);
    return [
      table(
        ['from an empty data folder to', 'seconds, median (min–max)'],
        [
          ['the address in the terminal', cell(({ ready }) => ready)],
          ['the demo storm under way', cell(({ demo }) => demo)],
          ['the first alert on a console', cell(({ alert }) => alert)],
        ],
      ),
      ratioTable([
        {
          what: 'P18 first start to first alert, seconds',
          value: median(starts.map(({ alert }) => alert)),
          goal: { atMost: 30 },
        },
      ]),
      `${starts.length} first starts of \`node apps/api/dist/main.js --demo\`, the embedded database made each time. Three days of quiet history are played as fast as the server takes them, then the storm at its own pace. Load average ${loads.map((load) => load.toFixed(1)).join(' ')}.`,
    ].join('\n\n');
  },
};
