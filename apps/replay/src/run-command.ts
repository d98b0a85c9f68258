import { UsageError } from './usage-error.js';

/** Runs a command with the words of the command line. A person's mistake is told in one sentence, without a stack. */
export async function runCommand(
  main: (argv: readonly string[], env: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  try {
    await main(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
