import type { BenchPart } from '../bench-part.js';
import { part as alert } from './alert.js';
import { part as intake } from './intake.js';

/** In the order they run. */
export const PARTS: readonly BenchPart[] = [intake, alert];
