import type { UseQueryResult } from '@tanstack/react-query';
import type { Backtest } from '@sturmwarte/contracts';
import { useText } from '../language/text.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import classes from './backtest.module.css';
import { Found } from './found.js';

/** The answer to a back-test: on its way, refused, or there; the one before stays while the next is sought. */
export function AskedAnswer({
  asked,
  topicId,
  running,
}: {
  asked: UseQueryResult<Backtest>;
  topicId: number | null;
  /** What is being done meanwhile. */
  running: string;
}) {
  const t = useText();
  return (
    <>
      {asked.isError ? <Problem problem={asked.error} retry={() => void asked.refetch()} /> : null}
      {asked.isPending ? (
        <>
          <p role="status">{running}</p>
          <Skeleton rows={2} height={160} />
        </>
      ) : null}
      {asked.data && !asked.isError ? (
        <div className={classes.found} data-old={asked.isFetching} aria-busy={asked.isFetching}>
          {asked.isPlaceholderData ? (
            <p role="status" className="sw-hidden">
              {t('backtest:running')}
            </p>
          ) : null}
          <Found topicId={topicId} backtest={asked.data} />
        </div>
      ) : null}
    </>
  );
}
