import { Injectable } from '@nestjs/common';
import type { CommandAnswer } from '@sturmwarte/contracts';
import { linkIncidents, mergeIncidents, splitIncident, type LinkOrder } from '@sturmwarte/domain';
import { lockIncidents, type LockedIncident, type Tx } from '@sturmwarte/store';
import { actorOf, IncidentDesk } from '../common/incident-desk.js';
import type { Principal } from '../common/principal.js';
import { requireEntry } from './require-entry.js';

/** Where one incident ends and another begins: links, merging, splitting. */
@Injectable()
export class IncidentBorders {
  constructor(private readonly desk: IncidentDesk) {}

  /** Both journals say it, or neither. */
  async link(
    principal: Principal,
    id: number,
    order: LinkOrder & { readonly other: { readonly id: number } },
  ): Promise<CommandAnswer> {
    const actor = actorOf(principal);
    const recorded = await this.desk.db.transaction(async (tx) => {
      const [one, other] = await lockTwo(tx, id, order.other.id);
      requireEntry(principal, one);
      requireEntry(principal, other);
      const space = await this.desk.space(one.incident.spaceId);
      const runs = [...one.incident.runs, ...other.incident.runs];
      const around = await this.desk.surroundings(this.desk.timeIn(space), runs);
      const side = ({ id, incident }: LockedIncident) => ({
        ref: { id, number: incident.number },
        incident,
      });
      const context = { ...around, actor, seen: Infinity };
      const events = linkIncidents(side(one), side(other), order, context);
      return [
        await this.desk.write(tx, one, actor, events.one, around),
        await this.desk.write(tx, other, actor, events.other, around),
      ];
    });
    this.desk.tell(recorded);
    return { incidentId: id, entries: recorded[0]?.entries ?? [] };
  }

  /** `from` ends in `into`. */
  async merge(principal: Principal, from: number, into: number, reason: string): Promise<void> {
    const actor = actorOf(principal);
    const recorded = await this.desk.db.transaction(async (tx) => {
      const [one, other] = await lockTwo(tx, from, into);
      requireEntry(principal, one);
      requireEntry(principal, other);
      const space = await this.desk.space(other.incident.spaceId);
      const runs = [...one.incident.runs, ...other.incident.runs];
      const around = await this.desk.surroundings(this.desk.timeIn(space), runs);
      const context = { ...around, actor, seen: Infinity };
      const side = ({ id, incident, head }: LockedIncident) => ({
        ref: { id, number: incident.number },
        incident,
        head: { seq: incident.version, hash: head },
      });
      const events = mergeIncidents(side(one), side(other), reason, context);
      return [
        await this.desk.write(tx, one, actor, events.from, around),
        await this.desk.write(tx, other, actor, events.into, around),
      ];
    });
    this.desk.tell(recorded);
  }

  /** Answers the id of the incident that was born. */
  async split(
    principal: Principal,
    id: number,
    { title, alertIds, reason }: { title: string; alertIds: readonly number[]; reason: string },
  ): Promise<number> {
    const actor = actorOf(principal);
    const { recorded, bornId } = await this.desk.db.transaction(async (tx) => {
      const locked = (await lockIncidents(tx, [id])).get(id);
      if (locked === undefined) throw new Error('locked and not there');
      requireEntry(principal, locked);
      const { incident } = locked;
      const space = await this.desk.space(incident.spaceId);
      const around = await this.desk.surroundings(this.desk.timeIn(space), incident.runs);
      const context = { ...around, actor, seen: Infinity };
      const from = { id, number: incident.number };
      const split = (to: { id: number; number: string }) =>
        splitIncident(incident, { from, to, title, alerts: alertIds, reason }, context);
      // Alerts leave first: they belong to one incident at a time. The new one's number is known a moment later.
      await tx.query('delete from incident_alert where incident_id = $1 and alert_id = any($2)', [
        id,
        alertIds,
      ]);
      const born = await this.desk.open(tx, space, actor, (number) => split({ id: 0, number }).to);
      const to = { id: born.view.id, number: born.view.incident.number };
      const left = await this.desk.write(tx, locked, actor, split(to).from, around);
      return { recorded: [born, left], bornId: born.view.id };
    });
    this.desk.tell(recorded);
    return bornId;
  }
}

async function lockTwo(
  tx: Tx,
  from: number,
  into: number,
): Promise<[LockedIncident, LockedIncident]> {
  const locked = await lockIncidents(tx, [...new Set([from, into])]);
  const one = locked.get(from);
  const other = locked.get(into);
  if (one === undefined || other === undefined) throw new Error('locked and not there');
  return [one, other];
}
