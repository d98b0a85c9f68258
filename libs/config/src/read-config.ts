import { ConfigError, type ConfigMistake } from './config-error.js';
import { keptSecret } from './kept-secret.js';
import { SETTINGS, type Config, type SettingKey } from './settings.js';
import type { Setting } from './setting.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads all settings once; an empty variable counts as absent.
 * Makes DATA_DIR/secret where SECRET is not given.
 * @throws ConfigError with every mistake there is
 */
export function readConfig(environment: Environment): Config {
  const mistakes: ConfigMistake[] = [];
  const values: Partial<Record<SettingKey, unknown>> = {};
  for (const [key, setting] of Object.entries(SETTINGS) as [SettingKey, Setting<unknown>][]) {
    const text = environment[setting.name]?.trim();
    if (text === undefined || text === '') {
      values[key] = setting.fallback;
      continue;
    }
    const result = setting.schema.safeParse(text);
    if (result.success) values[key] = result.data;
    else {
      const problem = result.error.issues[0]?.message ?? 'is not understood';
      mistakes.push({ setting: setting.name, problem });
    }
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  // Every key of SETTINGS was set above, each by the schema its type comes from.
  const config = values as Omit<Config, 'secret'> & { secret: string | null };
  return Object.freeze({ ...config, secret: config.secret ?? keptSecret(config.dataDir) });
}
