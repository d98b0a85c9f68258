import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ROLES, type Grant, type Role } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { Icon } from '../ui/icons.js';
import classes from './people.module.css';
import { useGrantName } from './use-grant-name.js';

/** Roles of a person, each for one brand or for all of them. */
export function GrantsField({
  value,
  onChange,
}: {
  value: readonly Grant[];
  onChange: (grants: readonly Grant[]) => void;
}) {
  const t = useText();
  const grantName = useGrantName();
  const { data: brands = [] } = useQuery(brandsQuery);
  const [role, setRole] = useState<Role>('community');
  const [brandId, setBrandId] = useState<number | null>(null);
  const has = value.some((grant) => grant.role === role && grant.brandId === brandId);
  return (
    <fieldset className={classes.grants}>
      <legend>{t('people:field.roles')}</legend>
      {value.length === 0 ? <p className={classes.dim}>{t('people:grant.none')}</p> : null}
      {value.map((grant) => (
        <div key={`${grant.role}-${grant.brandId}`} className={classes.grant}>
          <span>{grantName(grant)}</span>
          <ActionIcon
            variant="subtle"
            size={28}
            aria-label={t('people:grant.remove', {
              role: t(`names:role.${grant.role}`),
              brand:
                brands.find(({ id }) => id === grant.brandId)?.name ?? t('people:grant.allBrands'),
            })}
            onClick={() => onChange(value.filter((other) => other !== grant))}
          >
            <Icon name="cross" size={16} />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.choose}>
        <NativeSelect
          label={t('people:grant.role')}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
          data={ROLES.map((name) => ({ value: name, label: t(`names:role.${name}`) }))}
        />
        <NativeSelect
          label={t('people:grant.brand')}
          value={brandId ?? ''}
          onChange={(event) =>
            setBrandId(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
          }
          data={[
            { value: '', label: t('people:grant.allBrands') },
            ...brands.map((brand) => ({ value: String(brand.id), label: brand.name })),
          ]}
        />
        <Button
          variant="default"
          disabled={has}
          onClick={() => onChange([...value, { role, brandId }])}
        >
          {t('people:grant.add')}
        </Button>
      </div>
    </fieldset>
  );
}
