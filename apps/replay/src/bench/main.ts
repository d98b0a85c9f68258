import { measureIntake } from './measure-intake.js';
import { BENCH_USAGE, readBenchOptions } from './options.js';
import { quantile, ratios, table } from './report.js';
import { makeStand } from './stand.js';

const say = (line: string): void => void process.stderr.write(`[bench] ${line}\n`);

async function bench(args: readonly string[]): Promise<void> {
  const options = readBenchOptions(args);
  say(`preparing a database with ${options.topics} topics`);
  const stand = await makeStand(options.databaseUrl, options.topics);
  try {
    const result = await measureIntake(stand, options, say);
    const { intake, copyMention, copyBoth, acks, loads, server } = result;
    const strict = ratios(intake, copyMention);
    const alike = ratios(intake, copyBoth);
    console.log(
      `\nPostgreSQL ${server.version}, fsync ${server.fsync}, synchronous_commit ${server.synchronousCommit}; Node ${process.version}`,
    );
    console.log(
      `${options.rounds} rounds of ${options.mentions} mentions in bodies of ${options.batch} over ${options.connections} connections, ${options.topics} topics; load average ${loads.map((load) => load.toFixed(1)).join(' ')}`,
    );
    console.log(`Medians (smallest-largest):\n\n${table([intake, copyMention, copyBoth])}\n`);
    console.log(
      `acknowledged after: p50 ${quantile(acks, 0.5).toFixed(0)} ms, p99 ${quantile(acks, 0.99).toFixed(0)} ms`,
    );
    const line = (name: string, ratio: { throughput: number; cpu: number }): string =>
      `intake / ${name}: P1 throughput ${ratio.throughput.toFixed(2)} (goal >= 0.5), P2 CPU ${ratio.cpu.toFixed(2)} (goal <= 3.0)`;
    console.log(line('COPY mention + keys', alike));
    console.log(line('COPY mention', strict));
  } finally {
    await stand.remove();
  }
}

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(BENCH_USAGE);
else
  await bench(args).catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
