import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useText } from '../language/text.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { PlaybookCard } from './playbook-card.js';
import { PlaybookFilters } from './playbook-filters.js';
import { playbooksQuery } from './playbooks.queries.js';
import classes from './playbooks.page.module.css';
import { searchPlaybooks } from './search-playbooks.js';

/** The library: every playbook of the house, to browse, search and read. */
export function PlaybooksPage() {
  const t = useText();
  useEntryKeys();
  return (
    <>
      <h1>{t('playbooks:title')}</h1>
      <p className={classes.intro}>{t('playbooks:intro')}</p>
      <PlaybookFilters />
      <Library />
    </>
  );
}

function Library() {
  const t = useText();
  const search = useSearch({ from: '/watch/playbooks' });
  const playbooks = useQuery(playbooksQuery);
  if (playbooks.isPending) return <Skeleton rows={4} height={96} />;
  if (playbooks.isError) {
    return <Problem problem={playbooks.error} retry={() => void playbooks.refetch()} />;
  }
  if (playbooks.data.length === 0) return <p className={classes.intro}>{t('playbooks:empty')}</p>;
  const found = searchPlaybooks(playbooks.data, search);
  return (
    <>
      <div role="status">
        {found.length > 0 ? null : (
          <p className={classes.intro}>
            {t('playbooks:emptyFilter')}{' '}
            <Link to="/playbooks" search={({ space }) => (space === undefined ? {} : { space })}>
              {t('playbooks:clear')}
            </Link>
          </p>
        )}
      </div>
      <ul className={classes.list} aria-label={t('playbooks:list')}>
        {found.map((one) => (
          <PlaybookCard key={one.view.ref.id} found={one} />
        ))}
      </ul>
    </>
  );
}
