import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { BacktestLabel } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './backtest.module.css';

/** What people said of the time shown, and by what. */
export function LabelsList({
  labels,
  onRemove,
}: {
  labels: readonly BacktestLabel[];
  onRemove: (id: number) => void;
}) {
  const t = useText();
  const format = useFormat();
  if (labels.length === 0) return <p>{t('backtest:labels.none')}</p>;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby="backtest-labels">
      <table className={classes.table} data-wide>
        <thead>
          <tr>
            <th scope="col">{t('backtest:labels.from')}</th>
            <th scope="col">{t('backtest:labels.to')}</th>
            <th scope="col">{t('backtest:labels.what')}</th>
            <th scope="col">{t('backtest:labels.source')}</th>
            <th scope="col">
              <span className="sw-hidden">{t('backtest:labels.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {labels.toReversed().map((label) => {
            const { id, from, to } = label;
            return (
              <tr key={`${id ?? 'a'} ${label.alertId ?? ''} ${from}`}>
                <th scope="row">{format.dateTime(from)}</th>
                <td data-until={t('backtest:labels.to')}>{format.moment(to, Date.parse(from))}</td>
                <td data-whole>
                  <What label={label} />
                </td>
                <td>
                  <Source label={label} />
                </td>
                <td>
                  {id === null ? null : (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('backtest:labels.removeOne', { time: format.dateTime(from) })}
                      onClick={() => onRemove(id)}
                    >
                      {t('backtest:labels.remove')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function What({ label: { kind, reason, note } }: { label: BacktestLabel }) {
  const t = useText();
  return (
    <>
      <strong>{t(`backtest:chart.${kind}`)}</strong>
      {reason === null ? null : `: ${t(`names:noEventReason.${reason}`)}`}
      {note === null ? null : <span className={classes.note}>{note}</span>}
    </>
  );
}

function Source({ label: { alertId, alertNumber, by, at } }: { label: BacktestLabel }) {
  const t = useText();
  const format = useFormat();
  if (alertId !== null) {
    return (
      <Link
        to="/alerts/$alertId"
        params={{ alertId }}
        search={({ space }) => (space === undefined ? {} : { space })}
      >
        {t('backtest:labels.byAlert', { number: alertNumber ?? 0 })}
      </Link>
    );
  }
  return t('backtest:labels.byPerson', {
    name: by?.name ?? '',
    time: at === null ? '' : format.dateTime(at),
  });
}
