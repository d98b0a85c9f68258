import type { MistakeCode, MistakeParams } from './mistake.js';

/** Where something stands in a file: keys and list positions from the top. */
export type Path = readonly (string | number)[];

export interface At {
  readonly file: string;
  readonly path: Path;
}

/** A mistake before it has its line. `atKey`: point at the key, not at its value. */
export interface Finding {
  readonly code: MistakeCode;
  readonly params: MistakeParams;
  readonly at: At;
  readonly atKey?: boolean;
}

export function finding(code: MistakeCode, at: At, params: MistakeParams = {}): Finding {
  return { code, params, at };
}

export function below(at: At, ...path: Path): At {
  return { file: at.file, path: [...at.path, ...path] };
}
