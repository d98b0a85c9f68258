import { NativeSelect, TextInput } from '@mantine/core';
import { useText } from '../language/text.js';
import type { MuteSearch } from './mute-search.js';
import classes from './mutes.module.css';

const KINDS = ['topic', 'source', 'author', 'copies'] as const;
const MOST = 100;

/** Looks through many mutes by words and by kind. */
export function MuteSearchFields({
  search,
  onChange,
}: {
  search: MuteSearch;
  onChange: (search: MuteSearch) => void;
}) {
  const t = useText();
  const kinds = KINDS.map((value) => ({ value, label: t(`mutes:kind.${value}`) }));
  return (
    <div role="search" aria-label={t('mutes:search.label')} className={classes.search}>
      <TextInput
        type="search"
        label={t('mutes:search.text')}
        maxLength={MOST}
        value={search.text}
        onChange={(event) => onChange({ ...search, text: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('mutes:search.kind')}
        value={search.kind ?? ''}
        data={[{ value: '', label: t('mutes:search.all') }, ...kinds]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange({ ...search, kind: KINDS.find((kind) => kind === chosen) ?? null });
        }}
      />
    </div>
  );
}
