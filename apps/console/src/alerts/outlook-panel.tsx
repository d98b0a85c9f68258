import type { AlertView } from '@sturmwarte/contracts';
import {
  NOTICE_LEVEL,
  type Evidence,
  type OutlookBand,
  type OutlookForecast,
} from '@sturmwarte/domain';
import { chanceText, outlookSentence, PEAK_PASSED, rounded } from '@sturmwarte/i18n';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import classes from './alert-detail.module.css';

/** What is to be expected of an alert that is not closed, in one sentence and in figures; unknown is said as unknown. */
export function OutlookPanel({ alert, risen }: { alert: AlertView; risen: Evidence }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { outlook, at } = alert.evidence;
  const fallenFrom = alert.level < alert.peakLevel && risen !== alert.evidence ? risen.at : null;
  if (alert.state === 'closed') return null;
  return (
    <section className={classes.panel} aria-labelledby="outlook">
      <div className={classes.panelHead}>
        <h2 id="outlook">{t('outlook:title')}</h2>
        <span className={classes.dim}>{t('outlook:at', { time: format.moment(at, now) })}</span>
      </div>
      <p>
        {outlook === null && alert.level < NOTICE_LEVEL
          ? t('outlook:unknown.eased')
          : outlookSentence(outlook, at, (key, facts) => t(key, facts ?? {}), format, fallenFrom)}
      </p>
      {outlook?.kind === 'forecast' ? (
        <>
          <Figures outlook={outlook} fallenFrom={fallenFrom} />
          <p className={classes.hint}>{t('outlook:hint')}</p>
        </>
      ) : null}
    </section>
  );
}

interface FiguresProps {
  readonly outlook: OutlookForecast;
  /** When it stood higher, ISO; null: it stands on its highest level. */
  readonly fallenFrom: string | null;
}

function Figures({ outlook, fallenFrom }: FiguresProps) {
  const t = useText();
  const format = useFormat();
  const { doublingMinutes } = outlook;
  return (
    <dl className={classes.figures}>
      <Expected name={t('outlook:number.hour')} band={outlook.hour} />
      <Expected name={t('outlook:number.sixHours')} band={outlook.sixHours} />
      <Climb outlook={outlook} />
      {fallenFrom === null ? <Peak outlook={outlook} /> : <Height at={fallenFrom} />}
      <div>
        <dt>{t('outlook:number.doubling')}</dt>
        <dd>
          {doublingMinutes === null ? (
            <small>{t('outlook:number.notGrowing')}</small>
          ) : (
            format.age(doublingMinutes * 60_000)
          )}
        </dd>
      </div>
    </dl>
  );
}

function Expected({ name, band }: { name: string; band: OutlookBand }) {
  const t = useText();
  const { integer } = useFormat();
  const low = integer(rounded(band.low, 'down'));
  const high = integer(rounded(band.high, 'up'));
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {integer(rounded(band.expected))} <small>{t('outlook:number.band', { low, high })}</small>
      </dd>
    </div>
  );
}

function Climb({ outlook: { nextLevel } }: { outlook: OutlookForecast }) {
  const t = useText();
  const format = useFormat();
  if (nextLevel === null) return null;
  const { level, withinMinutes: minutes, chance, waitsFor } = nextLevel;
  return (
    <div>
      <dt>{t('outlook:number.climb', { level, minutes })}</dt>
      <dd>
        {chance === null ? (
          <small>{t(`outlook:number.climbUnknown.${waitsFor ?? 'channels'}`)}</small>
        ) : (
          chanceText(chance, format)
        )}
      </dd>
    </div>
  );
}

function Height({ at }: { at: string }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  return (
    <div>
      <dt>{t('outlook:number.peak')}</dt>
      <dd>
        {format.moment(at, now)} <small>{t('outlook:number.peakKnown')}</small>
      </dd>
    </div>
  );
}

function Peak({ outlook: { peak } }: { outlook: OutlookForecast }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const when = (time: string): string => format.moment(time, now);
  const negatives = format.integer(rounded(peak.negatives.expected));
  return (
    <div>
      <dt>{t('outlook:number.peak')}</dt>
      <dd>
        {when(peak.at)}{' '}
        <small>
          {peak.passed >= PEAK_PASSED
            ? t('outlook:number.peakPast')
            : t('outlook:number.peakWhen', { from: when(peak.from), to: when(peak.to) })}
          {' · '}
          {t('outlook:number.peakHeight', { negatives })}
        </small>
      </dd>
    </div>
  );
}
