import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useText } from '../language/text.js';
import { useServerNow } from '../live/use-server-now.js';
import { useMayAnywhere } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { AgreedFilters } from './agreed-filters.js';
import { AgreedRow } from './agreed-row.js';
import { searchAgreed } from './search-agreed.js';
import classes from './wordings.module.css';
import { agreedWordingsQuery } from './wordings.queries.js';

/** Every wording of the house, to search and read. */
export function AgreedList() {
  const t = useText();
  useEntryKeys();
  const navigate = useNavigate();
  const mayWrite = useMayAnywhere('wording.draft');
  return (
    <>
      <div className={classes.head}>
        <p className={classes.dim}>{t('wording:agreed.intro')}</p>
        {mayWrite ? (
          <Button
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => void navigate({ to: '/wordings/new', search: keepSpace })}
          >
            {t('wording:agreed.new')}
          </Button>
        ) : null}
      </div>
      <AgreedFilters />
      <Found />
    </>
  );
}

const keepSpace = ({ space }: { space?: number }) => (space === undefined ? {} : { space });

function Found() {
  const t = useText();
  const search = useSearch({ from: '/watch/wordings' });
  const now = useServerNow();
  const wordings = useQuery(agreedWordingsQuery);
  if (wordings.isPending) return <Skeleton rows={4} height={72} />;
  if (wordings.isError) {
    return <Problem problem={wordings.error} retry={() => void wordings.refetch()} />;
  }
  if (wordings.data.length === 0) return <p className={classes.dim}>{t('wording:agreed.empty')}</p>;
  const found = searchAgreed(wordings.data, search, now);
  return (
    <>
      <div role="status">
        {found.length > 0 ? null : (
          <p className={classes.dim}>
            {t('wording:agreed.emptyFilter')}{' '}
            <Link to="/wordings" search={keepSpace}>
              {t('wording:agreed.clear')}
            </Link>
          </p>
        )}
      </div>
      <ul className={classes.list} aria-label={t('wording:agreed.list')}>
        {found.map((one) => (
          <AgreedRow key={one.id} wording={one} now={now} />
        ))}
      </ul>
    </>
  );
}
