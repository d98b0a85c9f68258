import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { exitCreateSchema, type ExitMade } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { Decision } from '../ui/decision.js';
import { NEW_EXIT, settingsOf } from './exit-draft.js';
import { ExitForm } from './exit-form.js';
import { useExitActions } from './exits.queries.js';

export function AddExitDialog({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (made: ExitMade) => void;
}) {
  const t = useText();
  const may = useMay();
  const { create } = useExitActions();
  const { data: brands = [] } = useQuery(brandsQuery);
  const mine = brands.filter((brand) => may('exits.manage', brand.id));
  const [chosen, setChosen] = useState<number | null>(null);
  const [draft, setDraft] = useState(NEW_EXIT);
  const brandId = chosen ?? mine[0]?.id;
  const { name, kind, channels, password } = draft;
  const body = exitCreateSchema.safeParse({
    ...{ name, kind, channels, settings: settingsOf(draft) },
    ...(kind === 'mail' ? { password } : {}),
  });
  return (
    <Decision
      title={t('exits:addTitle')}
      consequence={t('exits:addText')}
      confirm={t('exits:add')}
      busy={create.isPending}
      ready={body.success && brandId !== undefined}
      onClose={onClose}
      onConfirm={() =>
        body.success &&
        brandId !== undefined &&
        create.mutate({ brandId, body: body.data }, { onSuccess: onDone })
      }
    >
      {mine.length > 1 ? (
        <NativeSelect
          label={t('exits:field.brand')}
          value={brandId}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
          data={mine.map((brand) => ({ value: String(brand.id), label: brand.name }))}
        />
      ) : null}
      <ExitForm value={draft} onChange={setDraft} isNew />
    </Decision>
  );
}
