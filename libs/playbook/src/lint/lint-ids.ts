import type { Book } from '../book.js';
import { below, finding, type At, type Finding } from '../finding.js';

interface Named {
  readonly id: string;
  readonly at: At;
}

/** Ids that are there twice, where only one can be meant. */
export function lintIds(book: Book): Finding[] {
  const { steps, templates, promises, exit, wording, phases, playbook, at } = book;
  const ids = (list: readonly { readonly raw: { readonly id: string }; readonly at: At }[]) =>
    list.map(({ raw, at: from }) => ({ id: raw.id, at: below(from, 'id') }));
  const own = <T extends { readonly id: string }>(key: string, list: readonly T[] = []) =>
    list.map(({ id }, index) => ({ id, at: below(at, key, index, 'id') }));
  // A phase may go on in the playbook; within one file it is written in one place.
  const files = [...new Set(phases.map((phase) => phase.at.file))];
  return [
    ids(steps),
    ids(templates),
    ids(promises),
    ids(exit),
    ids(wording),
    ...files.map((file) => ids(phases.filter((phase) => phase.at.file === file))),
    own('triggers', playbook?.triggers),
    own('clocks', playbook?.clocks),
    ...steps.flatMap(({ raw, at: from }) =>
      raw.kind === 'decision'
        ? [raw.options.map(({ id }, index) => ({ id, at: below(from, 'options', index, 'id') }))]
        : [],
    ),
    ...steps.map(({ raw, at: from }) =>
      (raw.inputs ?? []).map(({ key }, index) => ({
        id: key,
        at: below(from, 'inputs', index, 'key'),
      })),
    ),
  ].flatMap(twins);
}

function twins(list: readonly Named[]): Finding[] {
  return list.flatMap(({ id, at }, index) => {
    const first = list.findIndex((other) => other.id === id);
    if (first === index) return [];
    return [finding('duplicate-id', at, { value: id, first: list[first]?.at.file ?? '' })];
  });
}
