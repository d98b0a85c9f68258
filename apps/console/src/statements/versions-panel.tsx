import { NativeSelect } from '@mantine/core';
import type { Variant } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import panel from '../room/panel.module.css';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { DiffView } from './diff-view.js';
import { newestOf } from './variant-of.js';
import classes from './versions-panel.module.css';

/** What became of a text between any two of its versions. */
export function VersionsPanel({ variant }: { variant: Variant }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { versions, language } = variant;
  const newest = newestOf(variant).version;
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const before = from ?? Math.max(1, newest - 1);
  const after = to ?? newest;
  const textOf = (wanted: number): string =>
    versions.find(({ version }) => version === wanted)?.text ?? '';
  const options = versions.map(({ version, written }) => ({
    value: String(version),
    label: t('statements:versions.option', {
      version,
      name: written.by?.name ?? t('journal:machine'),
      time: format.moment(written.at, now),
    }),
  }));
  if (versions.length < 2) {
    return <p className={panel.small}>{t('statements:versions.one')}</p>;
  }
  return (
    <div className={classes.versions}>
      <div className={classes.choice}>
        <NativeSelect
          label={t('statements:versions.from')}
          data={options}
          value={String(before)}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('statements:versions.to')}
          data={options}
          value={String(after)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
        />
      </div>
      <DiffView before={textOf(before)} after={textOf(after)} language={language} />
    </div>
  );
}
