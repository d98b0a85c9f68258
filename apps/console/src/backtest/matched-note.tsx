import type { BacktestMatched } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './backtest.module.css';

/** What the figures of a query nobody has saved rest on, and what is not in them. */
export function MatchedNote({ matched }: { matched: BacktestMatched }) {
  const t = useText();
  const format = useFormat();
  const { scanned, capped, since, wholeSince } = matched;
  const counted = { count: scanned, mentions: format.integer(scanned) };
  if (since === null) return <p className={classes.hint}>{t('backtest:matched.none')}</p>;
  const date = format.dateTime(since);
  return (
    <div className={classes.hint} role="note">
      <p>
        {capped
          ? t('backtest:matched.capped', { ...counted, date })
          : t('backtest:matched.all', { ...counted, date })}
      </p>
      {wholeSince === null ? null : (
        <p>{t('backtest:matched.wholeSince', { date: format.date(wholeSince) })}</p>
      )}
    </div>
  );
}
