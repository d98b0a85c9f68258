import type { Database } from '../database.js';

/** The plain connections of the mention path. */
export type Pool = Database['pool'];
