import { first } from './first.js';
import { rest } from './rest.js';

/** All English texts, one namespace per noun. German follows this shape. */
export const en = { ...first, ...rest } as const;
