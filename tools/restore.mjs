// npm run restore -- --in FILE [--force]: a backup into an empty database, or with --force in place of what it holds.
// The rest is loaded after the version check, so that an old Node reads nothing it cannot parse.
import { requireNode } from './require-node.mjs';

requireNode();
import('./copy-house.mjs').then(({ copyHouse }) => copyHouse('restore'));
