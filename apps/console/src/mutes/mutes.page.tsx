import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { MuteView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useText } from '../language/text.js';
import { useMay, useSession } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Icon } from '../ui/icons.js';
import { Problem } from '../ui/problem.js';
import { RightButton } from '../ui/right-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { useKeptFocus } from '../ui/use-kept-focus.js';
import { isPlanned } from './is-planned.js';
import { MuteRow } from './mute-row.js';
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
  const place = useKeptFocus<HTMLDivElement>();
  useEntryKeys();
  return (
    <div ref={place} className={classes.page}>
      <div className={classes.head}>
        <h1>{t('mutes:title')}</h1>
        <RightButton
          right="mute.set"
          brandId={useMutedBrand()}
          leftSection={<Icon name="bellOff" size={16} />}
          onClick={() => setAdding(true)}
        >
          {t('mutes:add')}
        </RightButton>
      </div>
      <p className={classes.dim}>
        {t('mutes:lead')} {t('mutes:leadQuiet')}
      </p>
      {mutes.isPending ? <Skeleton rows={3} height={72} /> : null}
      {mutes.isError ? <Problem problem={mutes.error} retry={() => void mutes.refetch()} /> : null}
      {mutes.data?.length === 0 ? (
        <div className={`${classes.list ?? ''} ${classes.empty ?? ''}`}>
          <h2>{t('mutes:empty')}</h2>
          <p>{t('mutes:emptyHint')}</p>
        </div>
      ) : null}
      {mutes.data && mutes.data.length > 0 ? <Lists mutes={mutes.data} /> : null}
      {adding ? <SetMuteDialog topic={null} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function Lists({ mutes }: { mutes: readonly MuteView[] }) {
  const now = useSpaceClock();
  const isOver = ({ endedAt, until }: MuteView) => endedAt !== null || Date.parse(until) <= now;
  const groups = {
    standing: mutes.filter((mute) => !isOver(mute) && !isPlanned(mute, now)),
    planned: mutes.filter((mute) => !isOver(mute) && isPlanned(mute, now)),
    over: mutes.filter(isOver),
  };
  return (
    <>
      <MuteList kind="standing" mutes={groups.standing} />
      {groups.planned.length > 0 ? <MuteList kind="planned" mutes={groups.planned} /> : null}
      <MuteList kind="over" mutes={groups.over} />
    </>
  );
}

const NONE = { standing: 'mutes:empty', planned: 'mutes:empty', over: 'mutes:overNone' } as const;

function MuteList({ kind, mutes }: { kind: keyof typeof NONE; mutes: readonly MuteView[] }) {
  const t = useText();
  const { mute: opened } = useSearch({ from: '/watch/mutes' });
  return (
    <section aria-labelledby={`mutes-${kind}`} className={classes.group}>
      <h2 id={`mutes-${kind}`}>{t(`mutes:${kind}`)}</h2>
      {mutes.length === 0 ? <p className={classes.dim}>{t(NONE[kind])}</p> : null}
      {mutes.length > 0 ? (
        <ul className={classes.list}>
          {mutes.map((mute) => (
            <MuteRow key={mute.id} mute={mute} opened={mute.id === opened} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** A brand whose topics this person may mute; null: all of them, or none. */
function useMutedBrand(): number | null {
  const { grants } = useSession().person;
  const may = useMay();
  if (may('mute.set', null)) return null;
  return grants.find(({ brandId }) => may('mute.set', brandId))?.brandId ?? null;
}
