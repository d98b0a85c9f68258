import type { At } from './finding.js';
import type { RawPart } from './schema/part.schema.js';
import type { RawPlaybook } from './schema/playbook.schema.js';
import type { RawStep } from './schema/step.schema.js';

/** Something written in a file, and where. */
export interface Placed<T> {
  readonly raw: T;
  readonly at: At;
}

export interface PlacedStep extends Placed<RawStep> {
  readonly origin: string;
  readonly phase: string;
}

type Item<K extends 'templates' | 'promises' | 'exit' | 'wording' | 'approval' | 'phases'> =
  NonNullable<RawPart[K]>[number];

/**
 * A playbook with its shared parts, or a part alone, as written: what the lint looks at. Everything
 * knows the file it comes from, so a mistake in a part is told where it is.
 */
export interface Book {
  readonly at: At;
  /** Null for a part looked at alone. */
  readonly playbook: RawPlaybook | null;
  readonly parts: readonly RawPart[];
  readonly phases: readonly Placed<Item<'phases'>>[];
  readonly steps: readonly PlacedStep[];
  /** These and the lists below are those in force: own ones have replaced shared ones of their id. */
  readonly templates: readonly Placed<Item<'templates'>>[];
  readonly approval: readonly Placed<Item<'approval'>>[];
  readonly promises: readonly Placed<Item<'promises'>>[];
  readonly exit: readonly Placed<Item<'exit'>>[];
  readonly wording: readonly Placed<Item<'wording'>>[];
}
