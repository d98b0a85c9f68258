import type { MistakeCode } from '../mistake.js';
import type { Broken } from './broken.js';
import { BROKEN_FORM } from './broken-form.js';
import { BROKEN_SENSE } from './broken-sense.js';

/** One for every kind of mistake there is. */
export const BROKEN: Readonly<Record<MistakeCode, Broken>> = { ...BROKEN_FORM, ...BROKEN_SENSE };
