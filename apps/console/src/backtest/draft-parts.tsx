import type { PlainRule } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './backtest.module.css';

/** What a draft has that is not saved: its query, its plain rules. */
export function DraftParts({
  rules,
  query,
}: {
  rules: readonly PlainRule[] | null;
  query: string | null;
}) {
  const t = useText();
  return (
    <>
      {query === null ? null : (
        <p className={classes.query}>
          <strong>{t('backtest:queryOfDraft')}:</strong> <code>{query}</code>
        </p>
      )}
      {rules === null ? null : (
        <p>
          <strong>{t('backtest:ofDraft')}:</strong>{' '}
          {rules.length === 0 ? t('backtest:noRules') : null}
        </p>
      )}
      <RuleSentences rules={rules ?? []} />
    </>
  );
}

function RuleSentences({ rules }: { rules: readonly PlainRule[] }) {
  const t = useText();
  const format = useFormat();
  if (rules.length === 0) return null;
  return (
    <ul className={classes.list}>
      {rules.map(({ id, negatives, minutes, level }) => (
        <li key={id}>
          {t('topics:rules.sentence', {
            count: minutes,
            negatives: format.integer(negatives),
            level: format.integer(level),
          })}
        </li>
      ))}
    </ul>
  );
}
