import type { ExecutiveRequest, Incident, Stamp } from './incident.js';
import type { IncidentEvent } from './incident-event.js';

/**
 * What is known, asked, decided and reported; null for events of other kinds. Entries and corrections live in the
 * timeline only: state does not grow with every note.
 */
export function evolveKnowledge(
  incident: Incident,
  event: IncidentEvent,
  stamp: Stamp,
): Incident | null {
  const { claims, questions } = incident;
  switch (event.type) {
    case 'claim-recorded': {
      const { text, standing, source } = event;
      const claim = { id: stamp.seq, text, standing, source, recorded: stamp, moved: null };
      return { ...incident, claims: [...claims, claim] };
    }
    case 'claim-moved': {
      const { standing, source, reason } = event;
      const moved = { ...stamp, reason };
      return {
        ...incident,
        claims: claims.map((one) =>
          one.id === event.claim ? { ...one, standing, source: source ?? one.source, moved } : one,
        ),
      };
    }
    case 'question-asked': {
      const { to, text } = event;
      const question = { id: stamp.seq, to, text, asked: stamp, answer: null };
      return { ...incident, questions: [...questions, question] };
    }
    case 'question-answered': {
      const answer = { ...stamp, text: event.text };
      return {
        ...incident,
        questions: questions.map((one) => (one.id === event.question ? { ...one, answer } : one)),
      };
    }
    case 'attachment-added': {
      const added = { ...event.attachment, added: stamp, note: event.note, erased: null };
      return { ...incident, attachments: [...incident.attachments, added] };
    }
    case 'attachment-erased': {
      const erased = { ...stamp, reason: event.reason };
      return {
        ...incident,
        attachments: incident.attachments.map((one) =>
          one.id === event.attachment ? { ...one, erased } : one,
        ),
      };
    }
    case 'executive-asked': {
      const { question, options, recommended, due, to, deputy } = event;
      const request: ExecutiveRequest = {
        id: stamp.seq,
        question,
        options,
        recommended,
        due,
        to,
        deputy,
        asked: stamp,
        decision: null,
        withdrawn: null,
      };
      return { ...incident, requests: [...incident.requests, request] };
    }
    case 'executive-decided': {
      const { option, reason } = event;
      return request(incident, event.request, { decision: { ...stamp, option, reason } });
    }
    case 'executive-passed-on':
      return request(incident, event.request, { to: event.to, deputy: null });
    case 'executive-withdrawn':
      return request(incident, event.request, { withdrawn: { ...stamp, reason: event.reason } });
    case 'status-updated': {
      const { summary, doing, nextDue } = event;
      return { ...incident, status: { ...stamp, summary, doing, nextDue } };
    }
    default:
      return null;
  }
}

function request(incident: Incident, id: number, changed: Partial<ExecutiveRequest>): Incident {
  return {
    ...incident,
    requests: incident.requests.map((one) => (one.id === id ? { ...one, ...changed } : one)),
  };
}
