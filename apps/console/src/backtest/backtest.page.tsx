import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Backtest, TopicView } from '@sturmwarte/contracts';
import { rolesWith, type Sensitivity } from '@sturmwarte/domain';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { useSpaceId } from '../spaces/use-space.js';
import { topicsQuery } from '../topics/topics.queries.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { AlarmsTable } from './alarms-table.js';
import { BACKTEST_WEEKS, type BacktestSearch } from './backtest-search.js';
import classes from './backtest.module.css';
import { backtestQuery, proposalQuery } from './backtest.queries.js';
import { DaysTable } from './days-table.js';
import { readRules } from './draft-rules.js';
import { FiguresTable } from './figures-table.js';
import { LabelForm } from './label-form.js';
import { LabelsList } from './labels-list.js';
import { ProposalLine } from './proposal-line.js';
import { SettingPicker } from './setting-picker.js';
import type { Stretch } from './stretch.js';
import { useLabels } from './use-labels.js';

const HistoryChart = lazy(async () => ({
  default: (await import('./history-chart.js')).HistoryChart,
}));
const LEARNING_MS = 28 * 86_400_000;
/** Compared with unless somebody chooses. */
const BESIDE: Readonly<Record<Sensitivity, Sensitivity>> = {
  quiet: 'standard',
  standard: 'sensitive',
  sensitive: 'standard',
};

/** What a topic would have alarmed in its stored weeks, with two settings side by side, and what people say of it. */
export function BacktestPage() {
  const t = useText();
  const { topicId } = useParams({ from: '/watch/topics/$topicId/backtest' });
  const search = useSearch({ from: '/watch/topics/$topicId/backtest' });
  const navigate = useNavigate({ from: '/topics/$topicId/backtest' });
  const topics = useQuery(topicsQuery(useSpaceId()));
  const topic = topics.data?.find(({ id }) => id === topicId);
  const mayEdit = useMay()('topics.edit', topic?.brandId ?? null);
  const roles = rolesWith('topics.edit').map((role) => t(`names:role.${role}`));
  return (
    <div className={classes.page}>
      <Link
        to="/topics/$topicId"
        params={{ topicId }}
        search={({ space }) => (space === undefined ? {} : { space })}
        className={classes.back ?? ''}
      >
        <Icon name="back" size={16} /> {t('backtest:back')}
      </Link>
      {topics.isPending ? <Skeleton rows={3} height={120} /> : null}
      {topics.isError ? (
        <Problem problem={topics.error} retry={() => void topics.refetch()} />
      ) : null}
      {topics.data && !topic ? <p>{t('topics:gone')}</p> : null}
      {topic && !mayEdit ? <p>{t('backtest:notAllowed', { roles: roles.join(', ') })}</p> : null}
      {topic && mayEdit ? (
        <LookBack
          topic={topic}
          search={search}
          onSearch={(change) =>
            void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
          }
        />
      ) : null}
    </div>
  );
}

/** Without the address: what is compared comes in and goes out. */
export function LookBack({
  topic,
  search,
  onSearch,
}: {
  topic: TopicView;
  search: BacktestSearch;
  onSearch: (change: BacktestSearch) => void;
}) {
  const t = useText();
  const a = search.a ?? topic.sensitivity;
  const rules = readRules(search.rules);
  const b = search.b ?? BESIDE[a];
  const weeks = search.weeks ?? 4;
  const second = b === 'none' ? [] : [{ sensitivity: b, ...(rules ? { rules: [...rules] } : {}) }];
  const asked = useQuery(
    backtestQuery(topic.id, { weeks, settings: [{ sensitivity: a }, ...second] }),
  );
  const proposal = useQuery(proposalQuery(topic.id));
  const own = proposal.data?.own ?? [];
  const shared = { saved: topic.sensitivity, own };
  return (
    <>
      <header className={classes.head}>
        <h1>
          {t('backtest:title')}: {topic.name}
        </h1>
        <p className={classes.lead}>{t('backtest:lead')}</p>
      </header>
      {search.query === 'other' ? (
        <p className={classes.hint} role="note">
          {t('backtest:otherQuery')}
        </p>
      ) : null}
      <div className={classes.settings}>
        <SettingPicker
          {...shared}
          label={t('backtest:settingA')}
          value={a}
          rules={null}
          onChange={(value) => value !== 'none' && onSearch({ a: value })}
        />
        <SettingPicker
          {...shared}
          canBeNone
          label={t('backtest:settingB')}
          value={b}
          rules={rules}
          onChange={(value) => onSearch({ b: value })}
          onDropRules={() => onSearch({ rules: undefined as never })}
        />
      </div>
      <Weeks weeks={weeks} onWeeks={(chosen) => onSearch({ weeks: chosen })} />
      {asked.isError ? <Problem problem={asked.error} retry={() => void asked.refetch()} /> : null}
      {asked.isPending ? (
        <>
          <p role="status">{t('backtest:running')}</p>
          <Skeleton rows={2} height={160} />
        </>
      ) : null}
      {asked.data && !asked.isError ? (
        <div className={classes.found} data-old={asked.isFetching} aria-busy={asked.isFetching}>
          <Found topic={topic} backtest={asked.data} />
        </div>
      ) : null}
      {proposal.data ? <ProposalLine topic={topic} proposal={proposal.data} /> : null}
    </>
  );
}

function Weeks({
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

function Found({ topic, backtest }: { topic: TopicView; backtest: Backtest }) {
  const t = useText();
  const format = useFormat();
  const labels = useLabels(topic.id);
  const [asTable, setAsTable] = useState(false);
  const [marked, setMarked] = useState<Stretch | null>(null);
  const [asked, setAsked] = useState(0);
  const judge = (stretch: Stretch | null = null): void => {
    if (stretch !== null) setMarked(stretch);
    setAsked(asked + 1);
  };
  const { learnedFrom, from } = backtest;
  if (learnedFrom === null) return <p>{t('backtest:nothingCounted')}</p>;
  const isYoung = Date.parse(from) - Date.parse(learnedFrom) < LEARNING_MS - 86_400_000;
  return (
    <>
      {isYoung ? (
        <p className={classes.hint}>{t('backtest:young', { date: format.date(learnedFrom) })}</p>
      ) : null}
      <section className={classes.panel} aria-labelledby="backtest-course">
        <div className={classes.panelHead}>
          <h2 id="backtest-course">{t('backtest:chart.title')}</h2>
          <button type="button" className={classes.toggle} onClick={() => setAsTable(!asTable)}>
            {asTable ? t('backtest:chart.asChart') : t('backtest:chart.asTable')}
          </button>
        </div>
        {asTable ? (
          <DaysTable backtest={backtest} />
        ) : (
          <Suspense fallback={<Skeleton rows={1} height={300} />}>
            <HistoryChart backtest={backtest} onMark={setMarked} onJudge={judge} />
          </Suspense>
        )}
        {marked === null ? null : (
          <p className={classes.marked}>
            {t('backtest:chart.marked', {
              from: format.dateTime(marked.from),
              to: format.dateTime(marked.to),
            })}
          </p>
        )}
      </section>
      <section className={classes.panel} aria-labelledby="backtest-figures">
        <h2 id="backtest-figures">{t('backtest:figures.title')}</h2>
        <FiguresTable backtest={backtest} />
      </section>
      <section className={classes.panel} aria-labelledby="backtest-alarms">
        <h2 id="backtest-alarms">{t('backtest:alarms.title')}</h2>
        <AlarmsTable backtest={backtest} onJudge={judge} />
      </section>
      <section className={classes.panel} aria-labelledby="backtest-labels">
        <h2 id="backtest-labels">{t('backtest:labels.title')}</h2>
        <p className={classes.dim}>{t('backtest:labels.lead')}</p>
        <LabelsList labels={backtest.labels} onRemove={(id) => labels.remove.mutate(id)} />
        <LabelForm marked={marked} asked={asked} add={labels.add} />
      </section>
    </>
  );
}
