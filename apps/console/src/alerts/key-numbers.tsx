import { usualOf, type Evidence } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './alert-detail.module.css';

/** The figures of the evidence, each with its unit and its comparison. */
export function KeyNumbers({ evidence }: { evidence: Evidence }) {
  const t = useText();
  const format = useFormat();
  const unknown = t('alerts:numbers.unknown');
  const or = (value: number | null, write: (value: number) => string): string =>
    value === null ? unknown : write(value);
  const usual = usualOf(evidence);
  const { observed, ratio, share, usualShare, uniqueAuthors, doublingMinutes } = evidence;
  return (
    <dl className={classes.numbers}>
      <div>
        <dt>{t('alerts:numbers.observed')}</dt>
        <dd>
          {format.integer(observed)}{' '}
          <small>
            {usual === null
              ? `${t('alerts:numbers.expected')} ${unknown}`
              : t(usual.isFloor ? 'board:usuallyUpTo' : 'board:expectedHour', {
                  expected: format.decimal(usual.value),
                })}
          </small>
        </dd>
      </div>
      <div>
        <dt>{t('alerts:numbers.ratio')}</dt>
        <dd>{or(ratio, (value) => `${format.ratio(value)} ×`)}</dd>
      </div>
      <div>
        <dt>{t('alerts:numbers.share')}</dt>
        <dd>
          {or(share, format.percent)}{' '}
          {usualShare === null ? null : (
            <small>{t('alerts:numbers.usualShare', { share: format.percent(usualShare) })}</small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('alerts:numbers.authors')}</dt>
        <dd>{or(uniqueAuthors, format.integer)}</dd>
      </div>
      <div>
        <dt>{t('alerts:numbers.doubling')}</dt>
        <dd>{doublingMinutes === null ? '–' : format.age(doublingMinutes * 60_000)}</dd>
      </div>
    </dl>
  );
}
