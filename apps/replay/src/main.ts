import { basename } from 'node:path';
import { readOptions, type Options } from './options.js';
import { playInto } from './play-into.js';
import { prepareRecording } from './prepare-recording.js';
import { runCommand } from './run-command.js';
import { USAGE } from './usage.js';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const options = readOptions(argv, env);
  if (options === null) return tell(USAGE);
  const recording = await prepareRecording(options, Date.now());
  await playInto({ ...options, name: nameOf(options) }, recording, env, tell);
}

function nameOf({ recording }: Options): string {
  if ('scenario' in recording) return recording.scenario;
  return recording.file === '-' ? 'Replay' : basename(recording.file);
}

await runCommand(main);
