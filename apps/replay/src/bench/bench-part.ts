import type { BenchOptions } from './options.js';

/** One measurement of `npm run bench`: a file in `parts/`, named in `parts/index.ts`. */
export interface BenchPart {
  /** As it is called on the command line. */
  readonly name: string;
  /** One sentence for `--list`. */
  readonly says: string;
  /**
   * Resolves with Markdown: tables, ratios with their goals, and what the run must say about itself. Throws where
   * stored and acknowledged differ, or where anything else makes the numbers void.
   */
  readonly run: (options: BenchOptions) => Promise<string>;
}
