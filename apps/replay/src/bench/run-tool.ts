import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Runs a measurement that needs a browser, and answers what it says. Throws when it fails. */
export async function runTool(tool: string, args: readonly string[] = []): Promise<string> {
  const child = spawn(process.execPath, [tool, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${tool} ended with ${code ?? 'a signal'}`);
  return said.trim();
}
