import { useNavigate, useSearch } from '@tanstack/react-router';
import { IMPACTS, LEVELS } from '@sturmwarte/domain';
import { useEffect, useId, useRef, useState } from 'react';
import { useKeys } from '../keyboard/keyboard.js';
import { useText } from '../language/text.js';
import classes from './playbook-filters.module.css';

const SETTLE_MS = 150;

/** Words, wind and impact; kept in the address, so that what was found can be sent to a colleague. */
export function PlaybookFilters() {
  const t = useText();
  const id = useId();
  const navigate = useNavigate();
  const search = useSearch({ from: '/watch/playbooks' });
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(search.words ?? '');
  useKeys({ '/': () => field.current?.focus() });
  const set = (name: 'words' | 'wind' | 'impact', value: string): void =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => {
        const { [name]: _old, ...rest } = before;
        return value === '' ? rest : { ...rest, [name]: value };
      },
      replace: true,
    });
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settle.current), []);
  return (
    <form
      className={classes.filters}
      role="search"
      aria-label={t('playbooks:filter.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={classes.words}>
        <label htmlFor={`${id}words`}>{t('playbooks:filter.words')}</label>
        <input
          id={`${id}words`}
          ref={field}
          type="search"
          value={words}
          maxLength={200}
          onChange={(event) => {
            const { value } = event.target;
            setWords(value);
            clearTimeout(settle.current);
            settle.current = setTimeout(() => set('words', value.trim()), SETTLE_MS);
          }}
        />
      </div>
      <div>
        <label htmlFor={`${id}wind`}>{t('playbooks:filter.wind')}</label>
        <select
          id={`${id}wind`}
          value={search.wind ?? ''}
          onChange={(event) => set('wind', event.target.value)}
        >
          <option value="">{t('playbooks:filter.allWinds')}</option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {level} {t(`names:level.${level}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}impact`}>{t('playbooks:filter.impact')}</label>
        <select
          id={`${id}impact`}
          value={search.impact ?? ''}
          onChange={(event) => set('impact', event.target.value)}
        >
          <option value="">{t('playbooks:filter.allImpacts')}</option>
          {IMPACTS.map((impact) => (
            <option key={impact} value={impact}>
              {impact} · {t(`incidents:impact.${impact}`)}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}
