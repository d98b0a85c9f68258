import type { z } from 'zod';

/** One line of the environment: how it is read, what holds without it, and why anyone would set it. */
export interface Setting<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** What holds when the variable is absent or empty. */
  readonly fallback: T;
  /** The fallback in words, for the list of settings. */
  readonly fallbackText: string;
  readonly why: string;
}
