import { Inject, Injectable } from '@nestjs/common';
import type { Bus } from '@sturmwarte/bus';
import { legalClockRule } from '@sturmwarte/clock';
import {
  nextTurnOf,
  type Clock,
  type DecideContext,
  type Incident,
  type IncidentEvent,
  type PersonRef,
  type Playbook,
  type Space,
} from '@sturmwarte/domain';
import {
  lockIncidents,
  recordEntries,
  recordOpening,
  SpaceRepository,
  takeNumber,
  type Database,
  type LockedIncident,
  type RecordedIncident,
  type Tx,
} from '@sturmwarte/store';
import { PlaybookShelf } from './playbook-shelf.js';
import type { Principal } from './principal.js';
import { BUS, CLOCK, DATABASE } from './tokens.js';

/** What deciding needs beside the person: the time of the space, the playbooks of the runs, who judges clocks. */
export type Surroundings = Omit<DecideContext, 'actor' | 'seen'>;

/** Loads, decides under the lock, saves, and tells after the commit: every change of a journal goes this way. */
@Injectable()
export class IncidentDesk {
  private readonly spaces: SpaceRepository;

  constructor(
    @Inject(DATABASE) readonly db: Database,
    @Inject(BUS) private readonly bus: Bus,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly shelf: PlaybookShelf,
  ) {
    this.spaces = new SpaceRepository(db);
  }

  /** What time it is where the incident lives, ISO. */
  timeIn({ now }: Pick<Space, 'now'>): string {
    return now ?? new Date(this.clock.now()).toISOString();
  }

  space(id: number, tx?: Tx): Promise<Space> {
    return this.spaces.find(id, tx);
  }

  async surroundings(
    at: string,
    runs: Incident['runs'],
    more: readonly string[] = [],
  ): Promise<Surroundings> {
    const hashes = [...runs.map(({ playbook }) => playbook.hash), ...more];
    const playbooks = await this.shelf.pinnedTo([...new Set(hashes)]);
    return { at, playbooks, judgesOf: (id) => legalClockRule(id).setters };
  }

  /** A new journal. `decide` gets the number it will have and answers its first events. */
  async open(
    tx: Tx,
    space: Space,
    by: PersonRef,
    decide: (number: string, at: string) => readonly IncidentEvent[],
  ): Promise<RecordedIncident> {
    const at = this.timeIn(space);
    const number = await takeNumber(tx, space.kind, new Date(at).getUTCFullYear());
    const events = decide(number, at);
    const playbooks = await this.shelf.pinnedTo(hashesIn(events));
    const nextTurn = (after: Incident): string | null => nextTurnOf(after, playbooks, at);
    return recordOpening(tx, { events, at, by: refOf(by), nextTurn });
  }

  /**
   * One incident under its lock: `decide` sees it as it stands, nobody writes in between. Answers null when nothing
   * was decided.
   */
  async change(
    id: number,
    by: PersonRef | null,
    decide: (
      locked: LockedIncident,
      surroundings: Surroundings,
      tx: Tx,
    ) => Promise<readonly IncidentEvent[]> | readonly IncidentEvent[],
    starting: readonly string[] = [],
  ): Promise<RecordedIncident | null> {
    const recorded = await this.db.transaction(async (tx) => {
      const locked = (await lockIncidents(tx, [id])).get(id);
      if (locked === undefined) throw new Error('locked and not there');
      const space = await this.spaces.find(locked.incident.spaceId, tx);
      const around = await this.surroundings(this.timeIn(space), locked.incident.runs, starting);
      const events = await decide(locked, around, tx);
      return this.write(tx, locked, by, events, around);
    });
    if (recorded !== null) this.tell([recorded]);
    return recorded;
  }

  /** For decisions over several journals; call it inside a transaction that holds their locks. */
  write(
    tx: Tx,
    locked: LockedIncident,
    by: PersonRef | null,
    events: readonly IncidentEvent[],
    { at, playbooks }: { readonly at: string; readonly playbooks: ReadonlyMap<string, Playbook> },
  ): Promise<RecordedIncident | null> {
    const nextTurn = (after: Incident): string | null => nextTurnOf(after, playbooks, at);
    return recordEntries(tx, locked, { events, at, by: by === null ? null : refOf(by), nextTurn });
  }

  /** After the commit. */
  tell(recorded: readonly (RecordedIncident | null)[]): void {
    for (const one of recorded) {
      if (one !== null) this.bus.publish('journal.grown', { view: one.view, entries: one.entries });
    }
    const messages = recorded.flatMap((one) => (one === null ? [] : [one.message]));
    this.bus.publish('live.appended', { messages });
  }
}

export function actorOf({ personId, name, grants }: Principal): DecideContext['actor'] {
  return { id: personId, name, grants };
}

function refOf({ id, name }: PersonRef): PersonRef {
  return { id, name };
}

function hashesIn(events: readonly IncidentEvent[]): string[] {
  return events.flatMap((event) =>
    event.type === 'playbook-started' ? [event.playbook.hash] : [],
  );
}
