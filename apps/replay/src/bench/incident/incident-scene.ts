import type { CommandAnswer, IncidentView } from '@sturmwarte/contracts';
import { openDatabase, type Database } from '@sturmwarte/store';
import { BenchHouse, type Caller } from '../live/bench-house.js';
import type { Rig } from '../rig.js';

/** Stopped with its rig: the built server on a database that the bench reaches too, and people who may write in its incidents. */
export class IncidentScene {
  private constructor(
    readonly house: BenchHouse,
    readonly db: Database,
    /** The first account: administration and incident lead. */
    readonly admin: Caller,
    readonly people: readonly Caller[],
    readonly brandId: number,
  ) {}

  static async open(rig: Rig, people: number): Promise<IncidentScene> {
    const url = await rig.database.newDatabase();
    const { house, admin, brandId } = await BenchHouse.open({
      DATABASE_URL: url,
      // Longer than any run: nobody is there to prove again who they are.
      PROOF_MAX_AGE_MS: '3600000',
    });
    rig.keep({ stop: () => house.close() });
    const db = await openDatabase(url);
    rig.keep({ stop: () => db.close() });
    const callers = await house.people(admin, brandId, people);
    return new IncidentScene(house, db, admin, callers, brandId);
  }

  person(n: number): Caller {
    const person = this.people[n];
    if (person === undefined) throw new Error(`there is no person ${n}`);
    return person;
  }

  openIncident(title: string): Promise<IncidentView> {
    return this.person(0).call('POST', '/incidents', { title, brandId: this.brandId });
  }

  /** Somebody writes a note; resolves with its number in the journal, which is after its commit. */
  async write(by: Caller, incidentId: number, text: string): Promise<number> {
    const order = { type: 'write-entry', kind: 'note', text };
    const path = `/incidents/${incidentId}/commands`;
    const { entries } = await by.call<CommandAnswer>('POST', path, { seen: 1, order });
    const seq = entries.at(-1)?.seq;
    if (seq === undefined) throw new Error('a note without an entry');
    return seq;
  }
}
