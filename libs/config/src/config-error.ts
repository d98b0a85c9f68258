export interface ConfigMistake {
  readonly setting: string;
  /** What it wanted, in one English clause. */
  readonly problem: string;
}

/** All mistakes of the environment at once, so that nobody fixes them one start at a time. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly mistakes: readonly ConfigMistake[]) {
    super(mistakes.map(({ setting, problem }) => `${setting} ${problem}`).join('; '));
  }
}
