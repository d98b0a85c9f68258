import { type StatementEvent, type VariantKey } from '@sturmwarte/domain';
import { whyWords } from '../statements/why-words.js';
import type { Said, SayContext } from './say-context.js';

/** What happened to the words of an incident: who wrote, approved, published. */
export function sayWording(event: StatementEvent, context: SayContext): Said {
  const { t, format, incident } = context;
  const say = (line: string, words: string | null = null): Said => ({ line, words });
  const variant = ({ channel, language }: VariantKey) =>
    `${t(`playbooks:channel.${channel}`)}, ${language}`;
  const title = (id: number) => incident.statements.find((one) => one.id === id)?.title ?? '';
  const of = (one: VariantKey & { readonly statement: number }) => ({
    title: title(one.statement),
    variant: variant(one),
  });
  const sent = (id: number) => {
    const found = incident.publications.find((one) => one.id === id);
    return found === undefined ? { title: '', variant: '' } : of(found);
  };
  switch (event.type) {
    case 'statement-drafted':
      return say(t('journal:wording.drafted'), event.title);
    case 'statement-revised':
      return say(t('journal:wording.revised'), event.title);
    case 'variant-written': {
      const facts = { variant: variant(event), version: event.version };
      return say(t('journal:wording.written', facts), event.text);
    }
    case 'variant-dropped':
      return say(t('journal:wording.variantDropped', { variant: variant(event) }), event.reason);
    case 'wording-commented':
      return say(t('journal:wording.commented', { title: title(event.statement) }), event.text);
    case 'comment-settled':
      return say(t('journal:wording.settled'));
    case 'statement-dropped':
      return say(t('journal:wording.dropped', { title: title(event.statement) }), event.reason);
    case 'approval-asked': {
      const variants = event.variants.map(variant).join('; ');
      return say(
        t('journal:wording.asked', { title: title(event.statement), variants }),
        event.note,
      );
    }
    case 'approval-given': {
      const role = t(`names:role.${event.role}`);
      return say(t('journal:wording.given', { ...of(event), role }), event.note);
    }
    case 'approval-returned': {
      const role = t(`names:role.${event.role}`);
      return say(t('journal:wording.returned', { ...of(event), role }), event.comment);
    }
    case 'approval-rejected': {
      const role = t(`names:role.${event.role}`);
      return say(t('journal:wording.rejected', { ...of(event), role }), event.reason);
    }
    case 'approval-recalled':
      return say(t('journal:wording.recalled', of(event)), event.reason);
    case 'emergency-released': {
      const names = event.unanswered.map(({ person }) => person.name).join(', ');
      return say(t('journal:wording.emergency', { ...of(event), names }), event.reason);
    }
    case 'emergency-reviewed':
      return say(
        t(
          event.verdict === 'confirmed'
            ? 'journal:wording.reviewConfirmed'
            : 'journal:wording.reviewObjected',
        ),
        event.note,
      );
    case 'approver-barred':
      return say(t('journal:wording.barred', { name: event.person.name }), event.reason);
    case 'approver-bar-lifted':
      return say(t('journal:wording.barLifted', { name: event.person.name }), event.reason);
    case 'publication-prepared':
      return say(t('journal:wording.prepared', { ...of(event), exit: event.exit.name }));
    case 'publication-sending':
      return say(t('journal:wording.sending', sent(event.publication)));
    case 'publication-confirmed':
      return say(t('journal:wording.confirmed', sent(event.publication)), event.receipt.link);
    case 'publication-unknown':
      return say(t('journal:wording.unknown', sent(event.publication)), whyWords(t, event.why));
    case 'publication-failed':
      return say(t('journal:wording.failed', sent(event.publication)), whyWords(t, event.why));
    case 'publication-withdrawn':
      return say(
        t('journal:wording.withdrawn', sent(event.publication)),
        whyWords(t, event.reason),
      );
    case 'published-by-hand':
      return say(
        t('journal:wording.byHand', { ...of(event), time: format.dateTime(event.saidAt) }),
        event.link,
      );
    case 'posting-stopped':
      return say(t('journal:wording.stopped'), event.reason);
    case 'posting-resumed':
      return say(t('journal:wording.resumed'), event.reason);
  }
}
