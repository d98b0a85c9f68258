import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useText } from '../language/text.js';
import { useMay, useSession } from '../session/session.js';
import { useIsSpaceOver } from '../spaces/use-is-space-over.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { RightButton } from '../ui/right-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { useKeptFocus } from '../ui/use-kept-focus.js';
import { MuteLists } from './mute-lists.js';
import { mutesQuery } from './mutes.queries.js';
import classes from './mutes.module.css';
import { SetMuteDialog } from './set-mute-dialog.js';

const EVERY_MS = 30_000;

/** Stummschaltungen: what is kept quiet, until when, why, and what that has held back. */
export function MutesPage() {
  const t = useText();
  // No message says that one more was held back.
  const mutes = useQuery({ ...mutesQuery(useSpaceId()), refetchInterval: EVERY_MS });
  const [adding, setAdding] = useState(false);
  const brandId = useMutedBrand();
  const place = useKeptFocus<HTMLDivElement>();
  const isOver = useIsSpaceOver();
  useEntryKeys();
  return (
    <div ref={place} className={classes.page}>
      <div className={classes.head}>
        <h1>{t('mutes:title')}</h1>
        {isOver ? null : (
          <RightButton
            right="mute.set"
            brandId={brandId}
            leftSection={<Icon name="bellOff" size={16} />}
            onClick={() => setAdding(true)}
          >
            {t('mutes:add')}
          </RightButton>
        )}
      </div>
      <p className={classes.dim}>
        {t('mutes:lead')} {t('mutes:leadQuiet')}
      </p>
      {mutes.isPending ? <Skeleton rows={3} height={72} /> : null}
      {mutes.isError ? <Problem problem={mutes.error} retry={() => void mutes.refetch()} /> : null}
      {mutes.data ? <MuteLists open={mutes.data} place={place} /> : null}
      {adding ? <SetMuteDialog topic={null} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

/** A brand whose topics this person may mute; null: all of them, or none. */
function useMutedBrand(): number | null {
  const { grants } = useSession().person;
  const may = useMay();
  if (may('mute.set', null)) return null;
  return grants.find(({ brandId }) => may('mute.set', brandId))?.brandId ?? null;
}
