import type { MuteView } from '@sturmwarte/contracts';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { MuteRow } from './mute-row.js';
import classes from './mutes.module.css';

/** Mutes of one kind under their heading. */
export function MuteList({
  kind,
  mutes,
  none,
  count,
  children,
}: {
  kind: 'asked' | 'standing' | 'planned' | 'over';
  mutes: readonly MuteView[];
  /** Said when there are none. */
  none: string;
  /** Null: how many there are in all is not known. */
  count: number | null;
  children?: ReactNode;
}) {
  const t = useText();
  const format = useFormat();
  const { mute: opened } = useSearch({ from: '/watch/mutes' });
  return (
    <section aria-labelledby={`mutes-${kind}`} className={classes.group}>
      <h2 id={`mutes-${kind}`}>
        {t(`mutes:${kind}`)}
        {count === null || count === 0 ? null : (
          <span className={classes.count}> {format.integer(count)}</span>
        )}
      </h2>
      {mutes.length === 0 ? <p className={classes.dim}>{none}</p> : null}
      {mutes.length > 0 ? (
        <ul className={classes.list}>
          {mutes.map((mute) => (
            <MuteRow key={mute.id} mute={mute} opened={mute.id === opened} />
          ))}
        </ul>
      ) : null}
      {children}
    </section>
  );
}
