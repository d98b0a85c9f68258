import { Link } from '@tanstack/react-router';
import type { TopicView } from '@sturmwarte/contracts';
import { useText } from '../language/text.js';
import type { WholeDraft } from '../topics/draft.js';
import classes from './backtest.module.css';
import { writeRules } from './draft-rules.js';

/**
 * From the form to what would have happened: as saved, or what is saved against what stands in the form. A form with
 * changes stays open, so that nothing typed is lost.
 */
export function LookBackLink({
  topic,
  draft,
  isDirty,
}: {
  topic: TopicView;
  /** Null: it cannot be read yet. */
  draft: WholeDraft | null;
  isDirty: boolean;
}) {
  const t = useText();
  const asked = isDirty && draft !== null ? draftSearch(topic, draft) : {};
  return (
    <p>
      <Link
        to="/topics/$topicId/backtest"
        params={{ topicId: topic.id }}
        search={({ space }) => ({ ...(space === undefined ? {} : { space }), ...asked })}
        className={classes.back ?? ''}
        {...(isDirty ? { target: '_blank', rel: 'noopener' } : {})}
      >
        {isDirty ? t('backtest:openDraft') : t('backtest:open')}
      </Link>
    </p>
  );
}

function draftSearch(
  topic: TopicView,
  { sensitivity, headStart, cooldownMinutes, rules, query }: WholeDraft,
) {
  const isSame = writeRules(rules) === writeRules(topic.rules);
  return {
    a: topic.sensitivity,
    ...(topic.headStart === null ? {} : { aStart: topic.headStart }),
    b: sensitivity,
    ...(headStart === null ? {} : { bStart: headStart }),
    ...(cooldownMinutes === topic.cooldownMinutes ? {} : { bRest: cooldownMinutes }),
    ...(isSame ? {} : { rules: writeRules(rules) }),
    ...(query === topic.query ? {} : { query }),
  };
}
