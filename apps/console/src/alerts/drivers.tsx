import type { Evidence } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './drivers.module.css';
import detail from './alert-detail.module.css';

const SHOWN = 10;

/** What drives it: the words that stand out and the channels that carry it. */
export function Drivers({ evidence }: { evidence: Evidence }) {
  const t = useText();
  const format = useFormat();
  const terms = evidence.terms.slice(0, SHOWN);
  const mostTerm = Math.max(1, ...terms.map((term) => term.count));
  const mostChannel = Math.max(1, ...evidence.channels.map((channel) => channel.count));
  return (
    <section className={detail.panel} aria-labelledby="drivers">
      <h2 id="drivers">{t('alerts:drivers.title')}</h2>
      <div className={classes.columns}>
        <div>
          <h3 className={classes.small}>{t('alerts:drivers.terms')}</h3>
          {terms.length === 0 ? <p>{t('alerts:drivers.none')}</p> : null}
          <ul>
            {terms.map((term) => (
              <Bar key={term.term} name={`„${term.term}“`} part={term.count / mostTerm}>
                {format.integer(term.count)}
                {term.lift === null ? null : (
                  <span className={classes.small}>
                    {' '}
                    · {t('alerts:drivers.lift', { lift: format.ratio(term.lift) })}
                  </span>
                )}
              </Bar>
            ))}
          </ul>
        </div>
        <div>
          <h3 className={classes.small}>{t('alerts:drivers.channels')}</h3>
          <ul>
            {evidence.channels.map(({ channel, count }) => (
              <Bar key={channel} name={t(`names:channel.${channel}`)} part={count / mostChannel}>
                {format.integer(count)}
              </Bar>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function Bar({ name, part, children }: { name: string; part: number; children: React.ReactNode }) {
  return (
    <li className={classes.bar}>
      <span className={classes.name}>{name}</span>
      <span className={classes.value}>{children}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${Math.round(part * 100)}%` }} />
      </span>
    </li>
  );
}
