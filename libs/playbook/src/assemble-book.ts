import type { Book, Placed, PlacedStep } from './book.js';
import { below, type At } from './finding.js';
import type { RawPart } from './schema/part.schema.js';
import type { RawPlaybook } from './schema/playbook.schema.js';

type Source = Placed<RawPart | RawPlaybook>;
type NamedKey = 'templates' | 'promises' | 'exit' | 'wording';
type ListKey = NamedKey | 'approval';

/** Puts a playbook and the parts it includes together. */
export function assembleBook(
  playbook: Placed<RawPlaybook>,
  parts: readonly Placed<RawPart>[],
): Book {
  return assemble(playbook.at, playbook.raw, parts, [...parts, playbook]);
}

/** A part by itself: it must hold together without the playbooks that include it. */
export function assemblePart(part: Placed<RawPart>): Book {
  return assemble(part.at, null, [part], [part]);
}

function assemble(
  at: At,
  playbook: RawPlaybook | null,
  parts: readonly Placed<RawPart>[],
  sources: readonly Source[],
): Book {
  // A chain is judged as a whole: the playbook's own replaces the shared one.
  const chains = sources.map((source) => placedList(source, 'approval'));
  return {
    at,
    playbook,
    parts: parts.map(({ raw }) => raw),
    phases: sources.flatMap(({ raw, at: from }) =>
      raw.phases.map((phase, index) => ({ raw: phase, at: below(from, 'phases', index) })),
    ),
    steps: sources.flatMap(stepsOf),
    templates: inForce(sources, 'templates'),
    approval: chains.findLast((chain) => chain.length > 0) ?? [],
    promises: inForce(sources, 'promises'),
    exit: inForce(sources, 'exit'),
    wording: inForce(sources, 'wording'),
  };
}

function placedList<K extends ListKey>(
  { raw, at }: Source,
  key: K,
): Placed<NonNullable<RawPart[K]>[number]>[] {
  const items = (raw[key] ?? []) as NonNullable<RawPart[K]>[number][];
  return items.map((item, index) => ({ raw: item, at: below(at, key, index) }));
}

function stepsOf({ raw, at }: Source): PlacedStep[] {
  const origin = 'part' in raw ? raw.part : raw.id;
  return raw.phases.flatMap((phase, phaseIndex) =>
    (phase.steps ?? []).map((step, index) => ({
      raw: step,
      at: below(at, 'phases', phaseIndex, 'steps', index),
      origin,
      phase: phase.id,
    })),
  );
}

/**
 * What a playbook names like something of a shared part replaces it. Two of one id in one file are
 * both kept, for the lint to tell.
 */
function inForce<K extends NamedKey>(
  sources: readonly Source[],
  key: K,
): Placed<NonNullable<RawPart[K]>[number]>[] {
  return sources.flatMap((source, index) => {
    const later = sources.slice(index + 1).flatMap((other) => placedList(other, key));
    const replaced = new Set(later.map(({ raw }) => raw.id));
    return placedList(source, key).filter(({ raw }) => !replaced.has(raw.id));
  });
}
