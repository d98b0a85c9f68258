import type { BenchPart } from '../bench-part.js';
import { runTool } from '../run-tool.js';

export const part: BenchPart = {
  name: 'first-screen',
  says: 'What the board weighs and how soon it answers, what our chart and our list cost to draw (P19, P20).',
  run: () => runTool('tools/bench-first-screen.mjs'),
};
