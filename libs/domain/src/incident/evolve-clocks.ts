import type { LegalClockId } from '../clocks/legal-clock-id.js';
import type { Incident, LegalClock, Stamp } from './incident.js';
import type { EventOf, IncidentEvent } from './incident-event.js';

/** Legal clocks, promised updates, the first response, and turns of clocks; null for events of other kinds. */
export function evolveClocks(
  incident: Incident,
  event: IncidentEvent,
  stamp: Stamp,
): Incident | null {
  const { promises } = incident;
  switch (event.type) {
    case 'legal-clock-listed':
    case 'legal-clock-started':
    case 'legal-clock-start-proposed':
    case 'legal-clock-waiver-proposed':
    case 'legal-clock-waived':
    case 'legal-clock-reassessed':
    case 'legal-clock-fulfilled':
      return evolveLegal(incident, event, stamp);
    case 'update-promised': {
      const { due, text } = event;
      return {
        ...incident,
        promises: [...promises, { id: stamp.seq, due, text, made: stamp, kept: null }],
      };
    }
    case 'update-kept': {
      const kept = { ...stamp, proof: event.proof };
      return {
        ...incident,
        promises: promises.map((one) => (one.id === event.promise ? { ...one, kept } : one)),
      };
    }
    case 'update-moved':
      return {
        ...incident,
        promises: promises.map((one) =>
          one.id === event.promise ? { ...one, due: event.due } : one,
        ),
      };
    case 'first-response-given': {
      const { saidAt, channel, proof } = event;
      return { ...incident, firstResponse: { ...stamp, saidAt, channel, proof } };
    }
    case 'clock-turned': {
      const { clock, volume, plan } = event;
      return { ...incident, turns: { ...incident.turns, [clock]: { volume, plan } } };
    }
    default:
      return null;
  }
}

type LegalEvent = Extract<IncidentEvent, { readonly clock: LegalClockId }>;

function evolveLegal(incident: Incident, event: LegalEvent, stamp: Stamp): Incident {
  if (event.type === 'legal-clock-listed') {
    const listed = notAssessed(event.clock, stamp);
    return { ...incident, legalClocks: [...incident.legalClocks, listed] };
  }
  const legalClocks = incident.legalClocks.map((clock) =>
    clock.id === event.clock ? afterLegal(clock, event, stamp) : clock,
  );
  return { ...incident, legalClocks };
}

function afterLegal(
  clock: LegalClock,
  event: Exclude<LegalEvent, { readonly type: 'legal-clock-listed' }>,
  stamp: Stamp,
): LegalClock {
  switch (event.type) {
    case 'legal-clock-started':
      return {
        ...clock,
        standing: 'running',
        anchors: event.anchors,
        stages: event.stages.map((stage) => ({ ...stage, fulfilled: null })),
        reason: event.reason,
        proposedAnchor: null,
        said: stamp,
        confirmed: null,
      };
    case 'legal-clock-start-proposed': {
      const { anchor, reason } = event;
      return { ...clock, proposedAnchor: { ...stamp, anchor, reason } };
    }
    case 'legal-clock-waiver-proposed':
      return { ...clock, standing: 'waiver-proposed', reason: event.reason, said: stamp };
    case 'legal-clock-waived':
      return { ...clock, standing: 'not-applicable', reason: event.reason, confirmed: stamp };
    case 'legal-clock-reassessed':
      return { ...notAssessed(clock.id, stamp), listedAt: clock.listedAt, reason: event.reason };
    case 'legal-clock-fulfilled':
      return {
        ...clock,
        stages: clock.stages.map((stage) => afterFulfilment(stage, event, stamp)),
      };
  }
}

type Stage = LegalClock['stages'][number];

function afterFulfilment(
  stage: Stage,
  event: EventOf<'legal-clock-fulfilled'>,
  stamp: Stamp,
): Stage {
  if (stage.stage === event.stage) {
    return { ...stage, fulfilled: { ...stamp, proof: event.proof } };
  }
  const moved = event.stages.find((one) => one.stage === stage.stage);
  return moved === undefined || stage.fulfilled !== null ? stage : { ...stage, ...moved };
}

function notAssessed(id: LegalClockId, stamp: Stamp): LegalClock {
  return {
    id,
    standing: 'not-assessed',
    listedAt: stamp.at,
    anchors: {},
    stages: [],
    reason: null,
    proposedAnchor: null,
    said: stamp,
    confirmed: null,
  };
}
