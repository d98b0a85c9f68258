import { parseArgs } from 'node:util';
import { ConfigError, type Environment } from '@sturmwarte/config';

export interface Arguments {
  readonly demo: boolean;
  readonly help: boolean;
  /** Instead of serving: copy the whole database into a file, or a file into the database. */
  readonly task:
    { readonly backup: string } | { readonly restore: string; readonly force: boolean } | null;
  /** The environment, with what the arguments say instead. */
  readonly environment: Environment;
}

/** `--port` and `--host` win over the environment; `DEMO=1` is `--demo`. @throws ConfigError for an argument nobody knows */
export function readArguments(args: readonly string[], environment: Environment): Arguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        port: { type: 'string' },
        host: { type: 'string' },
        backup: { type: 'string' },
        restore: { type: 'string' },
        force: { type: 'boolean', default: false },
      },
    });
    const { backup, restore, force } = values;
    return {
      task: backup !== undefined ? { backup } : restore !== undefined ? { restore, force } : null,
      demo: values.demo || environment['DEMO'] === '1',
      help: values.help,
      environment: {
        ...environment,
        ...(values.port === undefined ? {} : { PORT: values.port }),
        ...(values.host === undefined ? {} : { HOST: values.host }),
      },
    };
  } catch (error) {
    const problem = String((error as Error).message).split('.')[0] ?? '';
    throw new ConfigError([
      {
        setting: 'Arguments',
        problem: `are not understood: ${problem} (known: --demo, --port, --host, --backup, --restore, --force, --help)`,
      },
    ]);
  }
}
