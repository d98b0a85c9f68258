import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BenchPart } from '../bench-part.js';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

export const part: BenchPart = {
  name: 'alert',
  says: "From the mention that crosses a plain rule to its acknowledgement, a console's socket and a browser's screen.",
  async run() {
    const child = spawn(process.execPath, ['tools/bench-alert.mjs'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`tools/bench-alert.mjs ended with ${code ?? 'a signal'}`);
    return said.trim();
  },
};
