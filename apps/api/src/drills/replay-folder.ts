import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The player's home, seen from `dist` as from `src`. */
export const REPLAY_FOLDER = join(here, '../../../replay');

/** What Node needs to run the player: built beside a built server, from its source beside one that runs from source. */
export function replayCommand(): string[] {
  const fromSource = here.includes(`${sep}apps${sep}api${sep}src${sep}`);
  if (!fromSource) return [join(REPLAY_FOLDER, 'dist/main.js')];
  const loader = join(here, '../../../../tools/ts-loader.mjs');
  return ['--conditions=source', '--import', loader, join(REPLAY_FOLDER, 'src/main.ts')];
}
