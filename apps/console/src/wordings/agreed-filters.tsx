import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { OUTLET_CHANNELS } from '@sturmwarte/domain';
import { useEffect, useId, useRef, useState } from 'react';
import { useKeys } from '../keyboard/keyboard.js';
import { useText } from '../language/text.js';
import filters from '../playbooks/playbook-filters.module.css';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { AGREED_FILTERS } from './search-agreed.js';
import classes from './wordings.module.css';

const SETTLE_MS = 150;

/** Words, brand, channel and standing; kept in the address, so that what was found can be sent to a colleague. */
export function AgreedFilters() {
  const t = useText();
  const id = useId();
  const navigate = useNavigate();
  const search = useSearch({ from: '/watch/wordings' });
  const { data: brands = [] } = useQuery(brandsQuery);
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(search.words ?? '');
  useKeys({ '/': () => field.current?.focus() });
  const set = (name: 'words' | 'brand' | 'outlet' | 'standing', value: string): void =>
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
      className={`${filters.filters} ${classes.filters}`}
      role="search"
      aria-label={t('wording:filter.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={filters.words}>
        <label htmlFor={`${id}words`}>{t('wording:filter.words')}</label>
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
        <label htmlFor={`${id}brand`}>{t('wording:filter.brand')}</label>
        <select
          id={`${id}brand`}
          value={search.brand ?? ''}
          onChange={(event) => set('brand', event.target.value)}
        >
          <option value="">{t('wording:filter.allBrands')}</option>
          {brands.map((brand) => (
            <option key={brand.id} value={brand.id}>
              {brand.name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}channel`}>{t('wording:filter.channel')}</label>
        <select
          id={`${id}channel`}
          value={search.outlet ?? ''}
          onChange={(event) => set('outlet', event.target.value)}
        >
          <option value="">{t('wording:filter.allChannels')}</option>
          {OUTLET_CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`playbooks:channel.${channel}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}standing`}>{t('wording:filter.standing')}</label>
        <select
          id={`${id}standing`}
          value={search.standing ?? ''}
          onChange={(event) => set('standing', event.target.value)}
        >
          <option value="">{t('wording:filter.allStandings')}</option>
          {AGREED_FILTERS.map((standing) => (
            <option key={standing} value={standing}>
              {t(`wording:filter.${standing}`)}
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}
