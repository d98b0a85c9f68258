import { legalClockRule } from '@sturmwarte/clock';
import type { EventOf, LegalClockId } from '@sturmwarte/domain';
import type { Said, SayContext } from './say-context.js';

export type ClockEvent = EventOf<
  | 'legal-clock-listed'
  | 'legal-clock-started'
  | 'legal-clock-start-proposed'
  | 'legal-clock-waiver-proposed'
  | 'legal-clock-waived'
  | 'legal-clock-reassessed'
  | 'legal-clock-fulfilled'
  | 'update-promised'
  | 'update-kept'
  | 'update-moved'
  | 'first-response-given'
  | 'clock-turned'
>;

/** What happened to a clock. */
export function sayClock(event: ClockEvent, { t, format, clockName }: SayContext): Said {
  const { language } = format;
  const say = (line: string, words: string | null = null): Said => ({ line, words });
  switch (event.type) {
    case 'legal-clock-listed':
      return say(t('journal:clockListed', { clock: legalName(event.clock, language) }));
    case 'legal-clock-started': {
      const knowledge = event.anchors['knowledge'];
      return say(
        t('journal:clockStarted', {
          clock: legalName(event.clock, language),
          time: knowledge === undefined ? '–' : format.dateTime(knowledge),
        }),
        event.reason,
      );
    }
    case 'legal-clock-start-proposed':
      return say(
        t('journal:clockStartProposed', {
          clock: legalName(event.clock, language),
          time: format.dateTime(event.anchor),
        }),
        event.reason,
      );
    case 'legal-clock-waiver-proposed':
      return say(
        t('journal:clockWaiverProposed', { clock: legalName(event.clock, language) }),
        event.reason,
      );
    case 'legal-clock-waived':
      return say(
        t('journal:clockWaived', {
          clock: legalName(event.clock, language),
          name: event.proposedBy.name,
        }),
        event.reason,
      );
    case 'legal-clock-reassessed':
      return say(
        t('journal:clockReassessed', { clock: legalName(event.clock, language) }),
        event.reason,
      );
    case 'legal-clock-fulfilled':
      return say(
        t('journal:clockFulfilled', { clock: clockName(`legal:${event.clock}:${event.stage}`) }),
        event.proof,
      );
    case 'update-promised':
      return say(t('journal:updatePromised', { time: format.dateTime(event.due) }), event.text);
    case 'update-kept':
      return say(t('journal:updateKept'), event.proof);
    case 'update-moved':
      return say(t('journal:updateMoved', { time: format.dateTime(event.due) }), event.reason);
    case 'first-response-given':
      return say(
        t('journal:firstResponse', {
          channel: event.channel,
          time: format.dateTime(event.saidAt),
        }),
        event.proof,
      );
    case 'clock-turned':
      return say(t(`journal:clockTurned.${event.volume}`, { clock: clockName(event.clock) }));
  }
}

function legalName(id: LegalClockId, language: 'de' | 'en'): string {
  return `${id} ${legalClockRule(id).title[language]}`;
}
