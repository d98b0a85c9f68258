import { parseArgs } from 'node:util';
import { ConfigError, type Environment } from '@sturmwarte/config';
import type { JournalLanguage } from '@sturmwarte/store';

export interface Arguments {
  readonly demo: boolean;
  readonly help: boolean;
  /** Instead of serving: copy the whole database into a file, or a file into the database. */
  readonly task:
    | { readonly backup: string }
    | { readonly restore: string; readonly force: boolean }
    | VerifyTask
    | null;
  /** The environment, with what the arguments say instead. */
  readonly environment: Environment;
}

/** Check journals: exported files, or without any the database's. */
export interface VerifyTask {
  readonly verify: readonly string[];
  readonly language: JournalLanguage;
}

/** `--port` and `--host` win over the environment; `DEMO=1` is `--demo`. @throws ConfigError for an argument nobody knows */
export function readArguments(args: readonly string[], environment: Environment): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: args.includes('--verify-journal'),
      options: {
        demo: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        port: { type: 'string' },
        host: { type: 'string' },
        backup: { type: 'string' },
        restore: { type: 'string' },
        force: { type: 'boolean', default: false },
        'verify-journal': { type: 'boolean', default: false },
        database: { type: 'string' },
        lang: { type: 'string' },
      },
    });
    return {
      task: taskOf(values, positionals, environment),
      demo: values.demo || environment['DEMO'] === '1',
      help: values.help,
      environment: {
        ...environment,
        ...(values.port === undefined ? {} : { PORT: values.port }),
        ...(values.host === undefined ? {} : { HOST: values.host }),
        ...(values.database === undefined ? {} : { DATABASE_URL: values.database }),
      },
    };
  } catch (error) {
    const problem = String((error as Error).message).split('.')[0] ?? '';
    throw new ConfigError([
      {
        setting: 'Arguments',
        problem: `are not understood: ${problem} (known: --demo, --port, --host, --backup, --restore, --force, --verify-journal, --database, --lang, --help)`,
      },
    ]);
  }
}

function taskOf(
  values: {
    readonly backup?: string | undefined;
    readonly restore?: string | undefined;
    readonly force: boolean;
    readonly 'verify-journal': boolean;
    readonly lang?: string | undefined;
  },
  files: readonly string[],
  environment: Environment,
): Arguments['task'] {
  const { backup, restore, force, lang } = values;
  if (values['verify-journal']) {
    const wanted = lang ?? environment['LC_ALL'] ?? environment['LANG'] ?? 'en';
    return { verify: files, language: wanted.toLowerCase().startsWith('de') ? 'de' : 'en' };
  }
  if (backup !== undefined) return { backup };
  return restore === undefined ? null : { restore, force };
}
