import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BrandView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import classes from './people.module.css';

/** Brands own topics, sources and rights. */
export function Brands() {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const brands = useQuery(brandsQuery);
  const [name, setName] = useState('');
  const [renaming, setRenaming] = useState<BrandView | null>(null);
  const add = useMutation({
    mutationFn: () => api.post<BrandView>('/brands', { name }),
    onSuccess: () => setName(''),
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(brandsQuery),
  });
  if (brands.isPending) return <Skeleton rows={2} />;
  if (brands.isError) return <Problem problem={brands.error} retry={() => void brands.refetch()} />;
  return (
    <>
      <p className={classes.dim}>{t('people:brand.lead')}</p>
      <ul className={classes.rows}>
        {brands.data.map((brand) => (
          <li key={brand.id} className={classes.row}>
            <span className={classes.who}>{brand.name}</span>
            <Button
              variant="default"
              aria-label={t('people:brand.rename', { name: brand.name })}
              onClick={() => setRenaming(brand)}
            >
              {t('people:brand.renameShort')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={classes.choose}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') add.mutate();
        }}
      >
        <TextInput
          label={t('people:brand.name')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={name.trim() === ''} loading={add.isPending}>
          {t('people:brand.add')}
        </Button>
      </form>
      {renaming === null ? null : (
        <RenameDialog brand={renaming} onClose={() => setRenaming(null)} />
      )}
    </>
  );
}

function RenameDialog({ brand, onClose }: { brand: BrandView; onClose: () => void }) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const [name, setName] = useState(brand.name);
  const rename = useMutation({
    mutationFn: () => api.patch<BrandView>(`/brands/${brand.id}`, { name }),
    onSuccess: onClose,
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(brandsQuery),
  });
  return (
    <Decision
      title={t('people:brand.renameTitle')}
      consequence={t('people:brand.renameText')}
      confirm={t('app:action.save')}
      busy={rename.isPending}
      ready={name.trim() !== ''}
      onClose={onClose}
      onConfirm={() => rename.mutate()}
    >
      <TextInput
        label={t('people:brand.name')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </Decision>
  );
}
