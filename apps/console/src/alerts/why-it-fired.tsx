import type { Evidence, Level, Signal } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import classes from './alert-detail.module.css';

/** A number keeps its unit where the line ends. */
const NO_BREAK = '\u00a0';

interface WhyItFiredProps {
  readonly evidence: Evidence;
  /** The level still stands, though it has grown calmer since; null: nothing to explain. */
  readonly heldLevel: Level | null;
}

/** They lift a level or make it easier to reach; none of them is asked for. */
const HELPING: readonly Signal['name'][] = ['media', 'calls', 'aggression', 'doubling'];

/** Every signal in words, with what was measured, what it takes, and whether it counted. */
export function WhyItFired({ evidence, heldLevel }: WhyItFiredProps) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const hasUnknown = evidence.signals.some((signal) => signal.state === 'unknown');
  const silent = evidence.silentSources.length;
  // How many are silent is told above.
  const marks = (evidence.quality ?? []).filter((mark) => mark !== 'sources-silent');
  return (
    <section className={classes.panel} aria-labelledby="why">
      <div className={classes.panelHead}>
        <h2 id="why">{t('alerts:why.title')}</h2>
        <span className={classes.dim}>
          {t('alerts:why.at', { time: format.moment(evidence.at, now) })}
        </span>
      </div>
      <p>
        {evidence.cause === 'rule'
          ? t('alerts:why.rule')
          : t('alerts:why.detector', { version: evidence.detectorVersion })}
      </p>
      {heldLevel === null ? null : <p>{t('alerts:why.held', { level: heldLevel })}</p>}
      {evidence.peak ? (
        <p>
          {t('alerts:why.peak', {
            title: evidence.peak.title,
            until: format.moment(evidence.peak.until, now),
            multiple: format.decimal(evidence.peak.multiple),
          })}
        </p>
      ) : null}
      {silent > 0 ? (
        <p className={classes.warn}>
          <Icon name="warn" size={16} /> {t('alerts:why.incomplete', { count: silent })}
        </p>
      ) : null}
      {marks.length > 0 ? (
        <ul className={classes.marksOfQuality}>
          {marks.map((mark) => (
            <li key={mark} className={classes.warn}>
              <Icon name="warn" size={16} /> {t(`alerts:quality.${mark}`)}
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('alerts:why.signal')}</th>
              <th scope="col" className={classes.number}>
                {t('alerts:why.measured')}
              </th>
              <th scope="col" className={classes.number}>
                {t('alerts:why.threshold')}
              </th>
              <th scope="col">{t('alerts:why.state')}</th>
            </tr>
          </thead>
          <tbody>
            {evidence.signals.map((signal, line) => (
              <SignalRow key={`${signal.name} ${line}`} signal={signal} />
            ))}
          </tbody>
        </table>
      </div>
      {hasUnknown ? <p className={classes.hint}>{t('alerts:why.unknownHint')}</p> : null}
    </section>
  );
}

function SignalRow({ signal }: { signal: Signal }) {
  const t = useText();
  const write = useSignalValue();
  const { name, value, threshold } = signal;
  const isUnneeded = signal.state === 'unmet' && HELPING.includes(name);
  const state = isUnneeded ? 'unneeded' : signal.state;
  const limit = name === 'doubling' ? 'alerts:why.atMost' : 'alerts:why.atLeast';
  return (
    <tr>
      <th scope="row">{t(`alerts:signal.${name}`)}</th>
      <td className={classes.number}>{value === null ? '–' : write(name, value)}</td>
      <td className={classes.number}>
        {threshold === null ? '–' : t(limit, { value: write(name, threshold) })}
      </td>
      <td>
        <span className={classes.state} data-state={state}>
          {state === 'unknown' || isUnneeded ? (
            <span className={classes.unknown} aria-hidden="true">
              {isUnneeded ? '–' : '?'}
            </span>
          ) : (
            <Icon name={state === 'met' ? 'check' : 'cross'} size={16} />
          )}
          <span className={classes.stateWord}>{t(`alerts:why.${state}`)}</span>
        </span>
      </td>
    </tr>
  );
}

/** A signal's value in its own unit. */
function useSignalValue(): (name: Signal['name'], value: number) => string {
  const format = useFormat();
  return (name, value) => {
    switch (name) {
      case 'ratio':
        return `${format.ratio(value)}${NO_BREAK}×`;
      case 'share':
      case 'calls':
      case 'aggression':
        return format.percent(value);
      case 'doubling':
        return format.age(value * 60_000).replaceAll(' ', NO_BREAK);
      case 'score':
        return format.decimal(value);
      default:
        return format.integer(value);
    }
  };
}
