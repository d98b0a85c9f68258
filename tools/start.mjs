// npm start [-- --demo] [-- --port 4400]: everything from a fresh clone to a running server.
// The rest is loaded after the version check, so that an old Node reads nothing it cannot parse.
import { requireNode } from './require-node.mjs';

requireNode();
import('./serve.mjs');
