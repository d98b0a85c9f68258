import type { Book, Placed, PlacedStep } from './book.js';
import { below, type At } from './finding.js';
import type { RawPart } from './schema/part.schema.js';
import type { RawPlaybook } from './schema/playbook.schema.js';

type Source = Placed<RawPart | RawPlaybook>;
type ListKey = 'templates' | 'promises' | 'exit' | 'wording' | 'approval';

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
  const list = <K extends ListKey>(key: K) => sources.flatMap((source) => placedList(source, key));
  const own = sources.at(-1);
  const ownApproval = own === undefined ? [] : placedList(own, 'approval');
  return {
    at,
    playbook,
    parts: parts.map(({ raw }) => raw),
    phases: sources.flatMap(({ raw, at: from }) =>
      raw.phases.map((phase, index) => ({ raw: phase, at: below(from, 'phases', index) })),
    ),
    steps: sources.flatMap(stepsOf),
    templates: inForce(sources),
    approval: ownApproval.length > 0 ? ownApproval : list('approval'),
    promises: list('promises'),
    exit: list('exit'),
    wording: list('wording'),
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

/** A later source replaces the templates of the earlier ones; two of one id in one file are both kept, for the lint. */
function inForce(sources: readonly Source[]): Book['templates'] {
  return sources.flatMap((source, index) => {
    const later = new Set(
      sources.slice(index + 1).flatMap(({ raw }) => (raw.templates ?? []).map(({ id }) => id)),
    );
    return placedList(source, 'templates').filter(({ raw }) => !later.has(raw.id));
  });
}
