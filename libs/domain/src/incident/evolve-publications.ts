import type { Publication } from '../statement/statement.js';
import type { Incident, Stamp } from './incident.js';
import type { IncidentEvent } from './incident-event.js';

/** Texts on their way out, and the brand's posting stop; null for events of other kinds. */
export function evolvePublications(
  incident: Incident,
  event: IncidentEvent,
  stamp: Stamp,
): Incident | null {
  const { publications } = incident;
  const move = (changed: Partial<Publication>): Incident => ({
    ...incident,
    publications: publications.map((one) =>
      'publication' in event && one.id === event.publication
        ? { ...one, moved: stamp, ...changed }
        : one,
    ),
  });
  switch (event.type) {
    case 'publication-prepared': {
      const { type: _type, proof: _proof, ...words } = event;
      const prepared: Publication = {
        id: stamp.seq,
        ...words,
        prepared: stamp,
        state: 'prepared',
        moved: stamp,
        receipt: null,
        why: null,
        evidence: null,
      };
      return { ...incident, publications: [...publications, prepared] };
    }
    case 'publication-sending':
      return move({ state: 'sending' });
    case 'publication-confirmed':
      return move({ state: 'confirmed', receipt: event.receipt, why: null });
    case 'publication-unknown':
      return move({ state: 'unknown', why: event.why });
    case 'publication-failed':
      return move({ state: 'failed', why: event.why });
    case 'publication-withdrawn':
      return move({ state: 'withdrawn', why: event.reason });
    case 'published-by-hand': {
      const { statement, channel, language, hash, corrects, link, evidence, saidAt } = event;
      const said: Publication = {
        id: stamp.seq,
        ...{ statement, channel, language, hash, corrects, evidence },
        exit: BY_HAND,
        plannedFor: null,
        prepared: stamp,
        state: 'confirmed',
        moved: stamp,
        receipt: { link, foreignId: null, at: saidAt, how: 'by-hand' },
        why: null,
      };
      return { ...incident, publications: [...publications, said] };
    }
    case 'posting-stopped':
      return { ...incident, postingStop: { ...stamp, stop: event.stop, reason: event.reason } };
    case 'posting-resumed':
      return { ...incident, postingStop: null };
    default:
      return null;
  }
}

/** No exit of ours: a person posted it. */
const BY_HAND: Publication['exit'] = { id: 0, name: '', kind: 'hand' };
