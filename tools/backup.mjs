// npm run backup -- --out FILE: everything the database holds into one file, while the server runs.
// The rest is loaded after the version check, so that an old Node reads nothing it cannot parse.
import { requireNode } from './require-node.mjs';

requireNode();
import('./copy-house.mjs').then(({ copyHouse }) => copyHouse('backup'));
