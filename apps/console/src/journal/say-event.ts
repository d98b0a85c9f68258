import type { IncidentEvent } from '@sturmwarte/domain';
import type { Text } from '../language/text.js';
import { sayClock } from './say-clock.js';
import { sayRun } from './say-run.js';
import { sayWording } from './say-wording.js';
import type { Said, SayContext } from './say-context.js';

/** The sentence of an event, after the name of who did it. */
export function sayEvent(event: IncidentEvent, context: SayContext): Said {
  const { t, format, incident } = context;
  const say = (line: string, words: string | null = null): Said => ({ line, words });
  const alertNumber = (id: number) => t('journal:alertId', { id });
  switch (event.type) {
    case 'opened':
      return say(
        event.alerts.length === 0
          ? t('journal:openedByHand', { level: event.level })
          : t('journal:opened', {
              level: event.level,
              alerts: event.alerts
                .map(({ alert }) => `A-${alert.number} ${alert.topicName}`)
                .join(', '),
            }),
        event.title,
      );
    case 'renamed':
      return say(t('journal:renamed'), event.title);
    case 'alert-proposed':
    case 'alert-joined': {
      const { number, topicName } = event.alert;
      const key = event.type === 'alert-proposed' ? 'alertProposed' : 'alertJoined';
      return say(t(`journal:${key}`, { number, topic: topicName, level: event.sign.level }));
    }
    case 'alert-declined':
      return say(t('journal:alertDeclined', { alert: alertNumber(event.alertId) }), event.reason);
    case 'alert-left':
      return say(
        t('journal:alertLeft', { alert: alertNumber(event.alertId), number: event.to.number }),
      );
    case 'alert-moved': {
      const alert = alertNumber(event.alertId);
      return event.closed
        ? say(t('journal:alertClosed', { alert }))
        : say(t('journal:alertMoved', { alert, level: event.sign.level }));
    }
    case 'merged-into':
      return say(t('journal:mergedInto', { number: event.into.number }), event.reason);
    case 'absorbed':
      return say(
        t('journal:absorbed', { number: event.from.number, count: event.entries }),
        event.reason,
      );
    case 'split-off':
      return say(t('journal:splitOff', { number: event.to.number }), event.reason);
    case 'born-of-split':
      return say(t('journal:bornOfSplit', { number: event.from.number }), event.reason);
    case 'linked':
      return say(t('journal:linked', { number: event.other.number }));
    case 'unlinked':
      return say(t('journal:unlinked', { number: event.other.number }), event.reason);
    case 'level-followed':
      return say(t('journal:levelFollowed', { from: event.from, to: event.to }));
    case 'level-overridden':
      return say(t('journal:levelOverridden', { level: event.level }), event.reason);
    case 'override-lifted':
      return say(t('journal:overrideLifted'), event.reason);
    case 'impact-set':
      return say(t('journal:impactSet', { impact: event.impact }), event.reason);
    case 'impact-proposed':
      return say(t('journal:impactProposed', { impact: event.impact }), event.reason);
    case 'cluster-set':
      return say(
        t('journal:clusterSet', {
          cluster: t(`room:cluster.${event.cluster}`),
          strategies:
            event.strategies.map((one) => t(`room:strategy.${one}`)).join(', ') ||
            t('room:strategyNone'),
        }),
        event.reason,
      );
    case 'role-assigned': {
      const facts = { role: t(`names:role.${event.role}`), name: event.person.name };
      return event.deputy === null
        ? say(t('journal:roleAssigned', facts))
        : say(t('journal:roleAssignedDeputy', { ...facts, deputy: event.deputy.name }));
    }
    case 'role-vacated':
      return say(t('journal:roleVacated', { role: t(`names:role.${event.role}`) }), event.reason);
    case 'reachability-set':
      return say(
        t(event.reachable ? 'journal:reachable' : 'journal:unreachable', {
          name: event.person.name,
        }),
        event.note,
      );
    case 'hand-over-offered':
      return say(
        t('journal:handOverOffered', {
          role: t(`names:role.${event.role}`),
          name: event.to.name,
        }),
        event.form.situation,
      );
    case 'hand-over-signed': {
      const handOver = incident.handOvers.find(({ id }) => id === event.handOver);
      const role = handOver === undefined ? '' : t(`names:role.${handOver.role}`);
      return say(t('journal:handOverSigned', { role }));
    }
    case 'hand-over-ended':
      return say(
        t(event.how === 'declined' ? 'journal:handOverDeclined' : 'journal:handOverWithdrawn'),
        event.reason,
      );
    case 'playbook-started':
    case 'phase-entered':
    case 'playbook-stopped':
    case 'steps-proposed':
    case 'steps-added':
    case 'steps-declined':
    case 'step-assigned':
    case 'step-started':
    case 'step-done':
    case 'step-skipped':
    case 'step-reopened':
    case 'step-decided':
      return sayRun(event, context);
    case 'legal-clock-listed':
    case 'legal-clock-started':
    case 'legal-clock-start-proposed':
    case 'legal-clock-waiver-proposed':
    case 'legal-clock-waived':
    case 'legal-clock-reassessed':
    case 'legal-clock-fulfilled':
    case 'update-promised':
    case 'update-kept':
    case 'update-moved':
    case 'first-response-given':
    case 'clock-turned':
      return sayClock(event, context);
    case 'entry-written':
      return say(t(`journal:kind.${event.kind}`), withSource(event.text, event.source, t));
    case 'entry-corrected':
      return say(t('journal:corrected', { entry: event.entry, reason: event.reason }), event.text);
    case 'claim-recorded':
      return say(t(`journal:claim.${event.standing}`), withSource(event.text, event.source, t));
    case 'claim-moved': {
      const claim = incident.claims.find(({ id }) => id === event.claim);
      return say(
        t('journal:claimMoved', {
          standing: t(`journal:standing.${event.standing}`),
          reason: event.reason,
        }),
        withSource(claim?.text ?? '', event.source, t),
      );
    }
    case 'question-asked':
      return say(t('journal:asked', { name: event.to.name }), event.text);
    case 'question-answered': {
      const question = incident.questions.find(({ id }) => id === event.question);
      return say(t('journal:answered', { question: question?.text ?? event.question }), event.text);
    }
    case 'attachment-added':
      return say(t('journal:attached', { name: event.attachment.name }), event.note);
    case 'attachment-erased': {
      const erased = incident.attachments.find(({ id }) => id === event.attachment);
      return say(t('journal:attachmentErased', { name: erased?.name ?? '' }), event.reason);
    }
    case 'executive-asked':
      return say(
        t('journal:executiveAsked', { name: event.to.name, time: format.dateTime(event.due) }),
        event.question,
      );
    case 'executive-decided': {
      const request = incident.requests.find(({ id }) => id === event.request);
      const option = request?.options.find(({ id }) => id === event.option)?.label ?? event.option;
      return say(t('journal:executiveDecided', { option }), event.reason);
    }
    case 'executive-passed-on':
      return say(t('journal:executivePassedOn', { name: event.to.name }));
    case 'executive-withdrawn':
      return say(t('journal:executiveWithdrawn'), event.reason);
    case 'status-updated':
      return say(t('journal:statusUpdated'), event.summary);
    case 'all-clear-given':
      return say(
        event.unmet.length === 0
          ? t('journal:allClear')
          : t('journal:allClearDespite', { count: event.unmet.length }),
        [event.note, event.reason].filter(Boolean).join(' – ') || null,
      );
    case 'reopened':
      return say(t('journal:reopened'), event.reason);
    default:
      return sayWording(event, context);
  }
}

function withSource(text: string, source: string | null, t: Text): string {
  return source === null || source.trim() === ''
    ? text
    : `${text} (${t('journal:source', { source })})`;
}
