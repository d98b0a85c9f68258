import { useQuery } from '@tanstack/react-query';
import type { ExitMade } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { RightButton } from '../ui/right-button.js';
import { ShownOnce } from '../ui/shown-once.js';
import { Skeleton } from '../ui/skeleton.js';
import { AddExitDialog } from './add-exit-dialog.js';
import { ExitRow } from './exit-row.js';
import { exitsQuery } from './exits.queries.js';
import classes from './exits.module.css';

/** Ausgänge: where statements leave the house. */
export function ExitsPage() {
  const t = useText();
  const exits = useQuery(exitsQuery);
  const { data: brands = [] } = useQuery(brandsQuery);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<ExitMade | null>(null);
  const brandOf = (id: number) => brands.find((brand) => brand.id === id)?.name ?? '';
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>{t('exits:title')}</h1>
        <RightButton
          right="exits.manage"
          brandId={useManagedBrand()}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setAdding(true)}
        >
          {t('exits:add')}
        </RightButton>
      </div>
      <p className={classes.dim}>{t('exits:lead')}</p>
      {exits.isPending ? <Skeleton rows={3} height={56} /> : null}
      {exits.isError ? <Problem problem={exits.error} retry={() => void exits.refetch()} /> : null}
      {exits.data?.length === 0 ? (
        <div className={`${classes.list ?? ''} ${classes.empty ?? ''}`}>
          <h2>{t('exits:empty')}</h2>
          <p>{t('exits:emptyHint')}</p>
        </div>
      ) : null}
      {exits.data && exits.data.length > 0 ? (
        <ul className={classes.list}>
          {exits.data.map((exit) => (
            <ExitRow key={exit.id} exit={exit} brand={brandOf(exit.brandId)} onSecret={setMade} />
          ))}
        </ul>
      ) : null}
      {adding ? (
        <AddExitDialog
          onClose={() => setAdding(false)}
          onDone={(done) => {
            setAdding(false);
            if (done.secret !== null) setMade(done);
          }}
        />
      ) : null}
      {made?.secret ? (
        <ShownOnce
          title={t('exits:secretTitle', { name: made.exit.name })}
          text={t('exits:secretText')}
          label={t('exits:secretLabel')}
          secret={made.secret}
          onClose={() => setMade(null)}
        />
      ) : null}
    </div>
  );
}

/** The brand whose exits this person may manage; null: all of them, or none. */
function useManagedBrand(): number | null {
  const { grants } = useSession().person;
  const held = grants.filter((grant) => grant.role === 'admin');
  return held.some((grant) => grant.brandId === null) ? null : (held[0]?.brandId ?? null);
}
