import type { HandOver, Incident, Stamp } from './incident.js';
import type { IncidentEvent } from './incident-event.js';

/** Who sits where, who can be reached, who hands over to whom; null for events of other kinds. */
export function evolveTeam(
  incident: Incident,
  event: IncidentEvent,
  stamp: Stamp,
): Incident | null {
  const { seats, handOvers } = incident;
  switch (event.type) {
    case 'role-assigned': {
      const { role, person, deputy } = event;
      return { ...incident, seats: { ...seats, [role]: { person, deputy, since: stamp } } };
    }
    case 'role-vacated': {
      const { [event.role]: _left, ...rest } = seats;
      return { ...incident, seats: rest };
    }
    case 'reachability-set': {
      const { person, reachable, note } = event;
      const said = { ...stamp, person, reachable, note };
      return { ...incident, reachability: { ...incident.reachability, [person.id]: said } };
    }
    case 'hand-over-offered': {
      const { role, to, form } = event;
      const from = seats[role]?.person ?? stamp.by;
      if (from === null) throw new Error('a hand-over without anybody who hands over');
      const offered: HandOver = {
        id: stamp.seq,
        role,
        from,
        to,
        form,
        offeredAt: stamp.at,
        state: 'offered',
        endedAt: null,
      };
      return { ...incident, handOvers: [...handOvers, offered] };
    }
    case 'hand-over-signed': {
      const signed = handOvers.find(({ id }) => id === event.handOver);
      if (signed === undefined) throw new Error(`no hand-over ${event.handOver}`);
      const { role, to } = signed;
      const deputy = seats[role]?.deputy ?? null;
      const seat = { person: to, deputy: deputy?.id === to.id ? null : deputy, since: stamp };
      return {
        ...incident,
        seats: { ...seats, [role]: seat },
        handOvers: ended(handOvers, event.handOver, 'signed', stamp.at),
      };
    }
    case 'hand-over-ended':
      return { ...incident, handOvers: ended(handOvers, event.handOver, event.how, stamp.at) };
    default:
      return null;
  }
}

function ended(
  handOvers: readonly HandOver[],
  id: number,
  state: HandOver['state'],
  endedAt: string,
): HandOver[] {
  return handOvers.map((one) => (one.id === id ? { ...one, state, endedAt } : one));
}
