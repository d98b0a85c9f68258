import { Button } from '@mantine/core';
import type { Backtest } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { LevelMark } from '../ui/level-mark.js';
import classes from './backtest.module.css';
import type { Stretch } from './stretch.js';

/** Every alarm of both settings in the order of time; each can be judged. */
export function AlarmsTable({
  backtest,
  onJudge,
}: {
  backtest: Backtest;
  /** Null: there is nobody to tell. */
  onJudge: ((stretch: Stretch) => void) | null;
}) {
  const t = useText();
  const format = useFormat();
  const alarms = backtest.runs
    .flatMap((run, index) => run.alarms.map((alarm) => ({ ...alarm, index })))
    .sort((a, b) => b.at.localeCompare(a.at) || a.index - b.index);
  if (alarms.length === 0) return <p>{t('backtest:alarms.none')}</p>;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby="backtest-alarms">
      <table className={classes.table} data-wide>
        <thead>
          <tr>
            <th scope="col">{t('backtest:alarms.at')}</th>
            <th scope="col">{t('backtest:alarms.until')}</th>
            <th scope="col">{t('backtest:alarms.setting')}</th>
            <th scope="col">{t('backtest:alarms.peak')}</th>
            {onJudge === null ? null : <th scope="col">{t('backtest:alarms.fate')}</th>}
            {onJudge === null ? null : (
              <th scope="col">
                <span className="sw-hidden">{t('backtest:alarms.judge')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {alarms.map(({ at, until, peak, fate, index }) => (
            <tr key={`${index} ${at}`}>
              <th scope="row">{format.dateTime(at)}</th>
              <td data-until={until === null ? undefined : t('backtest:alarms.until')}>
                {until === null
                  ? t('backtest:alarms.stands')
                  : format.moment(until, Date.parse(at))}
              </td>
              <td>{index === 0 ? '▲ A' : '◆ B'}</td>
              <td>
                <LevelMark level={peak} />
              </td>
              {onJudge === null ? null : (
                <>
                  <td>{t(`backtest:alarms.fates.${fate}`)}</td>
                  <td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('backtest:alarms.judgeOne', { time: format.dateTime(at) })}
                      onClick={() => onJudge({ from: at, to: until ?? backtest.to })}
                    >
                      {t('backtest:alarms.judge')}
                    </Button>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
