import { BENCH_USAGE, readBenchCommand } from './options.js';
import { PARTS } from './parts/index.js';
import { Rig } from './rig.js';

const say = (line: string): void => void process.stderr.write(`[bench] ${line}\n`);

async function bench(args: readonly string[]): Promise<void> {
  const names = PARTS.map(({ name }) => name);
  const { wish, parts, options } = readBenchCommand(args, names, say);
  if (wish === 'help') return console.log(BENCH_USAGE);
  if (wish === 'list') {
    const width = Math.max(...names.map((name) => name.length));
    return PARTS.forEach(({ name, says }) => console.log(`${name.padEnd(width)}  ${says}`));
  }
  for (const { name, says, run } of PARTS) {
    if (parts.length > 0 && !parts.includes(name)) continue;
    say(`part "${name}"`);
    console.log(`\n## ${name}\n\n${says}\n`);
    // One part that fails is no reason to lose the others; it is a reason to say so at the end.
    await run(options).then(
      (text) => console.log(text),
      (error: unknown) => fail(name, error),
    );
  }
}

function fail(name: string, error: unknown): void {
  console.log(`**failed**: ${error instanceof Error ? error.message : String(error)}`);
  say(`part "${name}" failed: ${error instanceof Error ? error.stack : String(error)}`);
  process.exitCode = 1;
}

// Whoever read what we write may be gone; what we started must be stopped all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('interrupted');
    void Rig.stopAll().finally(() => process.exit(1));
  });
}
await bench(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
