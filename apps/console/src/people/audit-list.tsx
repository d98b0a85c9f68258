import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { useActionName } from './use-action-name.js';
import { auditQuery } from './people.queries.js';
import classes from './people.module.css';

/** What was changed, by whom and when; newest first, nothing to edit. */
export function AuditList() {
  const t = useText();
  const format = useFormat();
  const actionName = useActionName();
  const audit = useInfiniteQuery(auditQuery);
  if (audit.isPending) return <Skeleton rows={8} />;
  if (audit.isError) return <Problem problem={audit.error} retry={() => void audit.refetch()} />;
  const rows = audit.data.pages.flat();
  return (
    <>
      <p className={classes.dim}>{t('people:audit.lead')}</p>
      {rows.length === 0 ? <p>{t('people:audit.empty')}</p> : null}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('people:tab.audit')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('people:audit.when')}</th>
              <th scope="col">{t('people:audit.who')}</th>
              <th scope="col">{t('people:audit.what')}</th>
              <th scope="col">{t('people:audit.subject')}</th>
              <th scope="col">{t('people:audit.details')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <time dateTime={row.at}>{format.dateTime(row.at)}</time>
                </td>
                <td>{row.by?.name ?? t('people:audit.system')}</td>
                <td>{actionName(row.action)}</td>
                <td>{row.subject}</td>
                <td className={classes.details}>{detailsText(row.details)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {audit.hasNextPage ? (
        <Button
          variant="default"
          loading={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          {t('people:audit.older')}
        </Button>
      ) : null}
    </>
  );
}

/** `key: value` pairs; nested values as JSON. For the auditor's eye, not for prose. */
function detailsText(details: Readonly<Record<string, unknown>>): string {
  return Object.entries(details)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}
