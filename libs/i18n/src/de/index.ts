import type { en } from '../en/index.js';
import type { Texts } from '../texts.js';
import { first } from './first.js';
import { rest } from './rest.js';

/** All German texts; a missing one does not compile. */
export const de: Texts<typeof en> = { ...first, ...rest };
