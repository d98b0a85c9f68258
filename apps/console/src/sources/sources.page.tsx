import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sourcesQuery } from '../board/board.queries.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { RightButton } from '../ui/right-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { AddSourceDialog } from './add-source-dialog.js';
import { SourceRow } from './source-row.js';
import { TokenShown, type ShownToken } from './token-shown.js';
import classes from './sources.module.css';

/** Quellen: what reports, how it is, and who may send for it. */
export function SourcesPage() {
  const t = useText();
  const sources = useQuery(sourcesQuery(useSpaceId()));
  const [adding, setAdding] = useState(false);
  const [token, setToken] = useState<ShownToken | null>(null);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{t('sources:title')}</h1>
        <RightButton
          right="sources.manage"
          brandId={useManagedBrand()}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setAdding(true)}
        >
          {t('sources:add')}
        </RightButton>
      </div>
      <p className={classes.dim}>{t('sources:lead')}</p>
      {sources.isPending ? <Skeleton rows={4} height={56} /> : null}
      {sources.isError ? (
        <Problem problem={sources.error} retry={() => void sources.refetch()} />
      ) : null}
      {sources.data?.length === 0 ? (
        <div className={`${classes.list ?? ''} ${classes.empty ?? ''}`}>
          <h2>{t('sources:empty')}</h2>
          <p>{t('sources:emptyHint')}</p>
        </div>
      ) : null}
      {sources.data && sources.data.length > 0 ? (
        <ul className={classes.list}>
          {sources.data.map((source) => (
            <SourceRow key={source.id} source={source} onToken={setToken} />
          ))}
        </ul>
      ) : null}
      {adding ? (
        <AddSourceDialog
          onClose={() => setAdding(false)}
          onDone={(made) => {
            setAdding(false);
            setToken(made);
          }}
        />
      ) : null}
      {token === null ? null : <TokenShown shown={token} onClose={() => setToken(null)} />}
    </div>
  );
}

/** The brand for which this person may manage sources; null: all of them, or none. */
function useManagedBrand(): number | null {
  const { grants } = useSession().person;
  const held = grants.filter((grant) => grant.role === 'admin');
  return held.some((grant) => grant.brandId === null) ? null : (held[0]?.brandId ?? null);
}
