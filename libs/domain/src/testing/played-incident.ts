import fc from 'fast-check';
import { DomainError } from '../errors.js';
import type { Actor } from '../incident/actor.js';
import { decideIncident } from '../incident/decide-incident.js';
import { evolveIncident } from '../incident/evolve-incident.js';
import { followAlert } from '../incident/follow-alert.js';
import type { Incident } from '../incident/incident.js';
import type { IncidentCommand } from '../incident/incident-command.js';
import type { IncidentEvent } from '../incident/incident-event.js';
import { CHAIN_START, textToHash, type JournalEntry } from '../incident/journal-entry.js';
import { aContext, anOpening, minutesAfter, T0 } from './an-incident.js';
import { anyCommand, anyLevel, anyPerson, PEOPLE } from './any-command.js';

export type Move =
  | {
      readonly kind: 'person';
      readonly actor: Actor;
      readonly command: IncidentCommand;
      readonly behind: number;
    }
  | { readonly kind: 'machine'; readonly level: number };
/** What people and the machine try, one after the other. */
export const moves = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('person' as const),
        actor: anyPerson,
        command: anyCommand,
        behind: fc.integer({ min: 0, max: 5 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('machine' as const), level: anyLevel }) },
  ),
  { maxLength: 60 },
) as fc.Arbitrary<Move[]>;

export interface Played {
  readonly incident: Incident;
  readonly entries: readonly JournalEntry[];
}

/** Plays moves one after the other, refusals included; every accepted event is chained by `hash`. */
export function play(list: readonly Move[], hash: (text: string) => string): Played {
  const entries: JournalEntry[] = [];
  let incident: Incident | null = null;
  const append = (event: IncidentEvent, at: string, by: Actor | null): void => {
    const previous = entries.at(-1)?.hash ?? CHAIN_START;
    const ref = by === null ? null : { id: by.id, name: by.name };
    const entry = { seq: entries.length + 1, at, by: ref, event };
    entries.push({ ...entry, previous, hash: hash(textToHash('1', entry, previous)) });
    incident = evolveIncident(incident, entry);
  };
  append(anOpening(), T0, PEOPLE[0] as Actor);
  for (const move of list) {
    const now = incident as unknown as Incident;
    for (const event of decided(now, move)) {
      append(event, minutesAfter(T0, now.version), move.kind === 'person' ? move.actor : null);
    }
  }
  return { incident: incident as unknown as Incident, entries };
}

function decided(incident: Incident, move: Move): readonly IncidentEvent[] {
  try {
    if (move.kind === 'machine') {
      const context = aContext(PEOPLE[0] as Actor, incident);
      return followAlert(
        incident,
        311,
        { level: move.level as 0, channels: ['x'] },
        false,
        context,
      );
    }
    const seen = Math.max(1, incident.version - move.behind);
    return decideIncident(incident, move.command, aContext(move.actor, incident, { seen }));
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}
