import type { Gate } from '@sturmwarte/domain';
import type { Book, PlacedStep } from '../book.js';
import { finding, type Finding } from '../finding.js';
import { allGatesOf } from '../gates.js';

/** Steps that wait for each other: whatever people do, none of them ever opens. */
export function lintGates(book: Book): Finding[] {
  const byId = new Map(book.steps.map((step) => [step.raw.id, step]));
  const gates = new Map(book.steps.map(({ raw }) => [raw.id, allGatesOf(raw, book)]));
  const stuck = stuckSteps(byId, gates);
  const findings: Finding[] = [];
  const told = new Set<string>();
  for (const { raw } of book.steps) {
    if (!stuck.has(raw.id) || told.has(raw.id)) continue;
    const circle = circleFrom(raw.id, gates, stuck);
    // Steps behind the circle are stuck with it; the circle is what must be mended.
    if (circle.some((id) => told.has(id))) continue;
    for (const id of circle) told.add(id);
    const place = placeOf(circle, byId, book);
    if (place === undefined) continue;
    const path = [...circle, circle[0]].join(' → ');
    findings.push(finding('gate-cycle', place.at, { path }));
  }
  return findings;
}

/** What remains when everything that can be done was done. What is not there holds nobody up here. */
function stuckSteps(
  byId: ReadonlyMap<string, PlacedStep>,
  gates: ReadonlyMap<string, readonly Gate[]>,
): ReadonlySet<string> {
  const stuck = new Set(byId.keys());
  const isMet = (gate: Gate) =>
    gate.kind === 'answer' ? !stuck.has(gate.decision) : gate.anyOf.some((id) => !stuck.has(id));
  let freed = true;
  while (freed) {
    const free = [...stuck].filter((id) => (gates.get(id) ?? []).every(isMet));
    for (const id of free) stuck.delete(id);
    freed = free.length > 0;
  }
  return stuck;
}

function circleFrom(
  start: string,
  gates: ReadonlyMap<string, readonly Gate[]>,
  stuck: ReadonlySet<string>,
): readonly string[] {
  const path: string[] = [];
  let current = start;
  while (!path.includes(current)) {
    path.push(current);
    const waited = (gates.get(current) ?? [])
      .map((gate) => (gate.kind === 'answer' ? [gate.decision] : gate.anyOf))
      .find((ids) => ids.every((id) => stuck.has(id)));
    current = waited?.[0] ?? current;
  }
  return path.slice(path.indexOf(current));
}

/** A step of the playbook's own file, if the circle has one: shared steps were sound before. */
function placeOf(
  circle: readonly string[],
  byId: ReadonlyMap<string, PlacedStep>,
  { at }: Book,
): PlacedStep | undefined {
  const steps = circle.flatMap((id) => byId.get(id) ?? []);
  return steps.find((step) => step.at.file === at.file) ?? steps[0];
}
