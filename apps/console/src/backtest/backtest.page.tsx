import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { TopicView } from '@sturmwarte/contracts';
import { rolesWith } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { useSpaceId } from '../spaces/use-space.js';
import { topicsQuery } from '../topics/topics.queries.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { AskedAnswer } from './asked-answer.js';
import type { BacktestSearch } from './backtest-search.js';
import classes from './backtest.module.css';
import { backtestQuery, proposalQuery } from './backtest.queries.js';
import { readRules } from './draft-rules.js';
import { pickedOf, searchOfA, searchOfB, settingOf } from './picked.js';
import { ProposalLine } from './proposal-line.js';
import { SettingPicker } from './setting-picker.js';
import { WeeksChoice } from './weeks-choice.js';

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
  const rules = readRules(search.rules);
  const query = search.query === undefined || search.query === topic.query ? null : search.query;
  const weeks = search.weeks ?? 4;
  const { a, b } = pickedOf(topic, search);
  const ofDraft = { ...(rules ? { rules: [...rules] } : {}), ...(query === null ? {} : { query }) };
  const settings = [...settingOf(a), ...settingOf(b).map((one) => ({ ...one, ...ofDraft }))];
  const asked = useQuery(backtestQuery(topic.id, { weeks, settings }));
  const proposal = useQuery(proposalQuery(topic.id));
  const own = proposal.data?.own ?? [];
  const shared = { saved: topic.headStart === null ? topic.sensitivity : null, own };
  return (
    <>
      <header className={classes.head}>
        <h1>
          {t('backtest:title')}: {topic.name}
        </h1>
        <p className={classes.lead}>{t('backtest:lead')}</p>
      </header>
      <div className={classes.settings}>
        <SettingPicker
          {...shared}
          label={t('backtest:settingA')}
          picked={a}
          rules={null}
          onPick={(change) => onSearch(searchOfA({ ...a, ...change }))}
        />
        <SettingPicker
          {...shared}
          canBeNone
          label={t('backtest:settingB')}
          picked={b}
          rules={rules}
          query={query}
          onPick={(change) => onSearch(searchOfB({ ...b, ...change }))}
          onDropDraft={() => onSearch({ rules: undefined as never, query: undefined as never })}
        />
      </div>
      <WeeksChoice weeks={weeks} onWeeks={(chosen) => onSearch({ weeks: chosen })} />
      <AskedAnswer
        asked={asked}
        topicId={topic.id}
        running={query === null ? t('backtest:running') : t('backtest:matched.running')}
      />
      {proposal.data ? <ProposalLine topic={topic} proposal={proposal.data} /> : null}
    </>
  );
}
