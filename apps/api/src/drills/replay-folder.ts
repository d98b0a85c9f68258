import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The player's home, seen from `dist` as from `src`. */
export const REPLAY_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../replay');
export const REPLAY_PROGRAM = join(REPLAY_FOLDER, 'dist/main.js');
