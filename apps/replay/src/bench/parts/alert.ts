import type { BenchPart } from '../bench-part.js';
import { runTool } from '../run-tool.js';

export const part: BenchPart = {
  name: 'alert',
  says: "From the mention that crosses a plain rule to its acknowledgement, a console's socket and a browser's screen.",
  run: () => runTool('tools/bench-alert.mjs'),
};
