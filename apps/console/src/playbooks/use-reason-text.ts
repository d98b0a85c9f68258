import { IMPACTS, LEVELS, TOPIC_KINDS, type ProposalReason } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

/** Why a playbook, or an alert, is proposed, in the reader's language. */
export function useReasonText(): (reason: ProposalReason) => string {
  const t = useText();
  const { language } = useFormat();
  return useCallback(
    ({ code, params }) => {
      switch (code) {
        case 'trigger':
          return `${params[language] ?? ''}: ${params['terms'] ?? ''}`;
        case 'word':
          return t('incidents:because.word', { term: params['term'] ?? '' });
        case 'topic-kind': {
          const kind = TOPIC_KINDS.find((one) => one === params['kind']);
          return t('incidents:because.kind', {
            kind: kind === undefined ? '' : t(`names:topicKind.${kind}`),
          });
        }
        case 'wind': {
          const level = LEVELS.find((one) => one === params['level']) ?? 0;
          return t('incidents:because.wind', { level, name: t(`names:level.${level}`) });
        }
        case 'impact': {
          const impact = IMPACTS.find((one) => one === params['impact']) ?? 'A';
          return t('incidents:because.impact', { impact });
        }
        case 'same-topic':
          return t('incidents:because.topic', { topic: params['topic'] ?? '' });
        case 'shared-mentions':
          return t('incidents:because.mentions', { count: Number(params['count']) });
        case 'shared-copies':
          return t('incidents:because.copies', { count: Number(params['count']) });
        case 'shared-authors':
          return t('incidents:because.authors', { count: Number(params['count']) });
        default:
          return code;
      }
    },
    [t, language],
  );
}
