// npm test [-- jest's arguments]: everything from a fresh clone to one closing line,
// `N passed, N failed, N skipped`. Exits non-zero on any failure.
// The rest is loaded after the version check, so that an old Node reads nothing it cannot parse.
import { requireNode } from './require-node.mjs';

requireNode();
import('./run-tests.mjs');
