import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useChildMatches, useNavigate, useParams } from '@tanstack/react-router';
import type { TopicView } from '@sturmwarte/contracts';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceId } from '../spaces/use-space.js';
import { cx } from '../ui/cx.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { RightButton } from '../ui/right-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { editableBrand } from './editable-brand.js';
import { topicsQuery } from './topics.queries.js';
import classes from './topics.page.module.css';

/** Themen: what is watched, by brand; beside it, or instead of it on a narrow screen, the chosen one. */
export function TopicsPage() {
  const t = useText();
  const chosen = useChildMatches().length > 0;
  const navigate = useNavigate();
  const { grants } = useSession().person;
  const topics = useQuery(topicsQuery(useSpaceId()));
  useEntryKeys();
  return (
    <div className={cx(classes.page, chosen && classes.chosen)}>
      <section className={classes.list} aria-label={t('topics:list')}>
        <header className={classes.head}>
          {chosen ? (
            <h2 className={classes.title}>{t('topics:title')}</h2>
          ) : (
            <h1>{t('topics:title')}</h1>
          )}
          <RightButton
            right="topics.edit"
            brandId={editableBrand(grants)}
            leftSection={<Icon name="plus" size={16} />}
            onClick={() =>
              void navigate({ to: '/topics/new', search: (before) => before as never })
            }
          >
            {t('topics:add')}
          </RightButton>
        </header>
        <p className={classes.dim}>
          {t('topics:lead')}{' '}
          <Link to="/mutes" search={({ space }) => (space === undefined ? {} : { space })}>
            {t('mutes:topic.all')}
          </Link>{' '}
          <Link to="/peaks" search={({ space }) => (space === undefined ? {} : { space })}>
            {t('peaks:title')}
          </Link>
        </p>
        {topics.isPending ? <Skeleton rows={5} height={52} /> : null}
        {topics.isError ? (
          <Problem problem={topics.error} retry={() => void topics.refetch()} />
        ) : null}
        {topics.data?.length === 0 ? (
          <div className={classes.empty}>
            <h2>{t('topics:empty')}</h2>
            <p>{t('topics:emptyHint')}</p>
          </div>
        ) : null}
        {topics.data ? <ByBrand topics={topics.data} /> : null}
      </section>
      <section className={classes.detail}>
        {chosen ? <Outlet /> : <p className={classes.choose}>{t('topics:choose')}</p>}
      </section>
    </div>
  );
}

function ByBrand({ topics }: { topics: readonly TopicView[] }) {
  const { data: brands = [] } = useQuery(brandsQuery);
  const ids = [...new Set(topics.map(({ brandId }) => brandId))];
  return ids.map((id) => (
    <section key={id} className={classes.brand} aria-labelledby={`brand-${id}`}>
      <h2 id={`brand-${id}`}>{brands.find((brand) => brand.id === id)?.name ?? `#${id}`}</h2>
      <ul>
        {topics
          .filter(({ brandId }) => brandId === id)
          .map((topic) => (
            <TopicRow key={topic.id} topic={topic} />
          ))}
      </ul>
    </section>
  ));
}

function TopicRow({ topic }: { topic: TopicView }) {
  const t = useText();
  const { topicId } = useParams({ strict: false });
  return (
    <li>
      <Link
        to="/topics/$topicId"
        params={{ topicId: topic.id }}
        search={(before) => before}
        resetScroll={false}
        className={classes.row ?? ''}
        data-entry={topic.id}
        data-active={topic.active}
        aria-current={topicId === topic.id ? 'true' : undefined}
      >
        <span className={classes.first}>
          <span className={classes.name}>{topic.name}</span>
          <span>{t(`names:topicKind.${topic.kind}`)}</span>
        </span>
        <code className={classes.query}>{topic.query}</code>
        <span className={classes.second}>
          <span className={classes.state}>
            <Icon name={topic.active ? 'check' : 'pause'} size={14} />
            {topic.active ? t('topics:watched') : t('topics:resting')}
          </span>
          {topic.rules.length > 0 ? t('topics:ruleCount', { count: topic.rules.length }) : null}
        </span>
      </Link>
    </li>
  );
}
