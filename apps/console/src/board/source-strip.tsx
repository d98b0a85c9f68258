import { useQuery } from '@tanstack/react-query';
import type { SourceView } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { sourcesQuery } from './board.queries.js';
import classes from './source-strip.module.css';

/** Silence is not calm: every source with its last sign of life, the silent ones first and in words. */
export function SourceStrip() {
  const t = useText();
  const { data } = useQuery(sourcesQuery(useSpaceId()));
  if (!data || data.length === 0) return null;
  const sources = [...data].sort(
    (a, b) => Number(b.health.state === 'silent') - Number(a.health.state === 'silent'),
  );
  const silent = sources.some((source) => source.health.state === 'silent');
  return (
    <section className={classes.strip} aria-label={t('board:sources.title')}>
      <h2 className={classes.title}>{t('board:sources.title')}</h2>
      <ul className={classes.list}>
        {sources.map((source) => (
          <SourceSign key={source.id} source={source} />
        ))}
      </ul>
      {silent ? (
        <strong className={classes.incomplete}>→ {t('board:sources.incomplete')}</strong>
      ) : null}
    </section>
  );
}

function SourceSign({ source }: { source: SourceView }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { state, lastMentionAt } = source.health;
  const heardMs = lastMentionAt === null ? null : Math.max(0, now - Date.parse(lastMentionAt));
  const isSilent = state === 'silent';
  const words =
    isSilent && heardMs !== null
      ? t('board:sources.silentFor', { age: format.age(heardMs) })
      : state === 'ok' && heardMs !== null
        ? t('board:sources.heard', { age: format.age(heardMs) })
        : t(`names:sourceState.${state}`);
  return (
    <li className={classes.source} data-state={state}>
      <Icon name={isSilent ? 'warn' : state === 'ok' ? 'check' : 'pause'} size={16} />
      <span className={classes.name}>{source.name}</span>
      <span className={classes.words}>{words}</span>
    </li>
  );
}
