import { useText } from '../language/text.js';
import classes from './backtest.module.css';
import { BACKTEST_WEEKS } from './backtest-search.js';

/** How far back it looks. */
export function WeeksChoice({
  weeks,
  onWeeks,
}: {
  weeks: number;
  onWeeks: (weeks: (typeof BACKTEST_WEEKS)[number]) => void;
}) {
  const t = useText();
  return (
    <div role="group" aria-label={t('backtest:weeks')} className={classes.weeks}>
      {BACKTEST_WEEKS.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={weeks === choice}
          onClick={() => onWeeks(choice)}
        >
          {t('backtest:lastWeeks', { count: choice })}
        </button>
      ))}
    </div>
  );
}
