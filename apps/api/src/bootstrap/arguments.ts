import { parseArgs } from 'node:util';
import { ConfigError, type Environment } from '@sturmwarte/config';

export interface Arguments {
  readonly demo: boolean;
  readonly help: boolean;
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
      },
    });
    return {
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
        problem: `are not understood: ${problem} (known: --demo, --port, --host, --help)`,
      },
    ]);
  }
}
