import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sourceCreateSchema } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Decision } from '../ui/decision.js';
import { useSourceActions } from './source-actions.js';
import { NO_LIMITS, SourceLimits, readLimits } from './source-limits.js';
import type { ShownToken } from './token-shown.js';

export function AddSourceDialog({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (made: ShownToken) => void;
}) {
  const t = useText();
  const may = useMay();
  const spaceId = useSpaceId();
  const { create } = useSourceActions();
  const { data: brands = [] } = useQuery(brandsQuery);
  const forAll = may('sources.manage', null);
  const mine = brands.filter((brand) => may('sources.manage', brand.id));
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<number | null | undefined>(undefined);
  const [limits, setLimits] = useState(NO_LIMITS);
  const brandId = chosen === undefined ? (mine[0]?.id ?? null) : chosen;
  const request = sourceCreateSchema.safeParse({ name, brandId, spaceId, ...readLimits(limits) });
  return (
    <Decision
      title={t('sources:addTitle')}
      consequence={t('sources:addText')}
      confirm={t('sources:add')}
      busy={create.isPending}
      ready={request.success}
      onClose={onClose}
      onConfirm={() =>
        request.success &&
        create.mutate(request.data, {
          onSuccess: ({ source, token }) => onDone({ name: source.name, token }),
        })
      }
    >
      <TextInput
        label={t('sources:field.name')}
        value={name}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('sources:field.brand')}
        value={brandId ?? ''}
        onChange={(event) =>
          setChosen(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
        }
        data={[
          ...mine.map((brand) => ({ value: String(brand.id), label: brand.name })),
          ...(forAll ? [{ value: '', label: t('sources:field.allBrands') }] : []),
        ]}
      />
      <SourceLimits value={limits} onChange={setLimits} />
    </Decision>
  );
}
