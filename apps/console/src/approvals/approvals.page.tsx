import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import type { QueueItem } from './approval-queue.js';
import classes from './approvals.page.module.css';
import { OwedReviews } from './owed-reviews.js';
import { QueueRow } from './queue-row.js';
import { useApprovalQueue } from './use-approval-queue.js';
import { useOpened, withOpened } from './use-opened.js';

/** Freigaben: what waits for my yes, the most urgent on top; below it what waits for others. */
export function ApprovalsPage() {
  const t = useText();
  const { items, isPending, error, refetch } = useApprovalQueue();
  const { item: open } = useSearch({ from: '/watch/approvals' });
  const navigate = useNavigate();
  const choose = useCallback(
    (key: string | undefined) =>
      void navigate({
        to: '/approvals',
        search: ((before: object) => ({ ...before, item: key })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const opened = useOpened(items, open);
  useEntryKeys();
  if (isPending) return <Skeleton rows={5} />;
  if (error !== null) return <Problem problem={error} retry={refetch} />;
  const shown = withOpened(items, opened);
  const mine = shown.filter(({ isMine }) => isMine);
  const others = shown.filter(({ isMine }) => !isMine);
  const waiting = items.filter(({ isMine }) => isMine).length;
  return (
    <>
      <header className={classes.head}>
        <h1>{t('approvals:title')}</h1>
        {items.length === 0 ? null : (
          <span className={classes.dim}>
            {t('app:nav.approvalsMine', { count: waiting })} ·{' '}
            {t('approvals:others', { count: items.length - waiting })}
          </span>
        )}
      </header>
      <OwedReviews />
      {mine.length === 0 ? (
        <Nothing others={others} />
      ) : (
        <section aria-labelledby="mine">
          <h2 id="mine" className={classes.first}>
            {t('approvals:mine')}
          </h2>
          <Queue label={t('approvals:mine')} items={mine} open={open} choose={choose} />
        </section>
      )}
      {others.length === 0 ? null : (
        <section aria-labelledby="others">
          <h2 id="others" className={classes.heading}>
            {t('approvals:othersTitle')}
          </h2>
          <Queue label={t('approvals:othersTitle')} items={others} open={open} choose={choose} />
        </section>
      )}
    </>
  );
}

function Queue({
  label,
  items,
  open,
  choose,
}: {
  label: string;
  items: readonly QueueItem[];
  open: string | undefined;
  choose: (key: string | undefined) => void;
}) {
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map((item) => (
        <QueueRow key={item.key} item={item} isOpen={item.key === open} choose={choose} />
      ))}
    </ul>
  );
}

/** Nothing waits for the reader; who would be next instead. */
function Nothing({ others }: { others: readonly QueueItem[] }) {
  const t = useText();
  const names = [
    ...new Set(
      others.flatMap(({ asked, roles }) => [
        ...asked.map(({ name }) => name),
        ...roles.map((role) => t(`names:role.${role}`)),
      ]),
    ),
  ];
  return (
    <section className={classes.nothing}>
      <Icon name="check" size={32} />
      <h2>{t('approvals:emptyTitle')}</h2>
      <p>
        {names.length === 0
          ? t('approvals:emptyText')
          : t('approvals:emptyNext', { names: names.slice(0, 6).join(', ') })}
      </p>
    </section>
  );
}
