import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useKeys } from '../keyboard/keyboard.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import classes from './incidents.page.module.css';

const STATES = ['open', 'all-clear', 'merged'] as const;

/** State, and words in decisions and notes; kept in the address. */
export function IncidentFilters() {
  const t = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/watch/incidents' });
  const [words, setWords] = useState(search.words ?? '');
  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });
  const set = (name: 'standing' | 'words', value: string): void =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => {
        const { [name]: _old, ...rest } = before;
        return value === '' ? rest : { ...rest, [name]: value };
      },
      replace: true,
    });
  return (
    <form
      className={classes.filters}
      role="search"
      aria-label={t('incidents:filter.label')}
      onSubmit={(event) => {
        event.preventDefault();
        set('words', words.trim());
      }}
    >
      <NativeSelect
        label={t('incidents:filter.state')}
        value={search.standing ?? ''}
        onChange={(event) => set('standing', event.currentTarget.value)}
        data={[
          { value: '', label: t('incidents:filter.all') },
          ...STATES.map((state) => ({ value: state, label: t(`incidents:state.${state}`) })),
        ]}
      />
      <TextInput
        ref={field}
        className={classes.search ?? ''}
        label={t('incidents:filter.words')}
        type="search"
        maxLength={200}
        value={words}
        leftSection={<Icon name="search" size={16} />}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          if (event.currentTarget.value === '') set('words', '');
        }}
      />
    </form>
  );
}
