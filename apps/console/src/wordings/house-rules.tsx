import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormOfAddress, HouseWordingRule } from '@sturmwarte/domain';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useMay, useMayAnywhere } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { Decision } from '../ui/decision.js';
import { Icon } from '../ui/icons.js';
import { useNotice } from '../ui/notice.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { RuleDialog } from './rule-dialog.js';
import { useBrandName } from './use-brand-name.js';
import classes from './wordings.module.css';
import { houseWordingQuery } from './wordings.queries.js';

/** The house's own words, and how its brands address their readers. */
export function HouseRules() {
  const t = useText();
  const house = useQuery(houseWordingQuery);
  const mayAdd = useMayAnywhere('wording.rules');
  const [editing, setEditing] = useState<HouseWordingRule | 'new' | null>(null);
  const [removing, setRemoving] = useState<HouseWordingRule | null>(null);
  if (house.isPending) return <Skeleton rows={3} />;
  if (house.isError) return <Problem problem={house.error} retry={() => void house.refetch()} />;
  const { rules, addresses } = house.data;
  return (
    <>
      <section className={classes.panel} aria-labelledby="house-words">
        <div className={classes.head}>
          <div>
            <h2 id="house-words">{t('wording:rules.title')}</h2>
            <p className={classes.dim}>{t('wording:rules.intro')}</p>
          </div>
          {mayAdd ? (
            <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
              {t('wording:rules.add')}
            </Button>
          ) : null}
        </div>
        {rules.length === 0 ? <p className={classes.dim}>{t('wording:rules.empty')}</p> : null}
        <ul className={classes.list} aria-label={t('wording:rules.title')}>
          {rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              onEdit={() => setEditing(rule)}
              onRemove={() => setRemoving(rule)}
            />
          ))}
        </ul>
      </section>
      <Addresses addresses={addresses} />
      {editing === null ? null : (
        <RuleDialog rule={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      {removing === null ? null : (
        <RemoveDialog rule={removing} onClose={() => setRemoving(null)} />
      )}
    </>
  );
}

function RuleRow({
  rule,
  onEdit,
  onRemove,
}: {
  rule: HouseWordingRule;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const t = useText();
  const { language } = useFormat();
  const brandName = useBrandName();
  const may = useMay()('wording.rules', rule.brandId);
  const phrases = [...rule.de, ...rule.en].join(' · ');
  return (
    <li className={classes.row}>
      <h3>{phrases}</h3>
      <p>{rule.why[language]}</p>
      {rule.better === null ? null : (
        <p>{t('wording:rules.better', { better: rule.better[language] })}</p>
      )}
      <p className={classes.facts}>
        <span>{t(`wording:severity.${rule.severity}`)}</span>
        <span>{brandName(rule.brandId)}</span>
        <span>
          {rule.channels === null
            ? t('wording:filter.allChannels')
            : rule.channels.map((one) => t(`playbooks:channel.${one}`)).join(', ')}
        </span>
      </p>
      {may ? (
        <div className={classes.buttons}>
          <Button
            variant="default"
            aria-label={t('wording:rules.removeOf', { phrases })}
            onClick={onRemove}
          >
            {t('wording:rules.remove')}
          </Button>
          <Button
            variant="default"
            aria-label={t('wording:rules.editOf', { phrases })}
            onClick={onEdit}
          >
            {t('wording:rules.edit')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function RemoveDialog({ rule, onClose }: { rule: HouseWordingRule; onClose: () => void }) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.remove(`/wording/rules/${rule.id}`),
    onSuccess: onClose,
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(houseWordingQuery),
  });
  return (
    <Decision
      title={t('wording:rules.removeTitle')}
      consequence={t('wording:rules.removeText', { phrases: [...rule.de, ...rule.en].join(', ') })}
      confirm={t('wording:rules.remove')}
      busy={remove.isPending}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    />
  );
}

function Addresses({
  addresses,
}: {
  addresses: readonly { readonly brandId: number; readonly address: FormOfAddress }[];
}) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const may = useMay();
  const { data: brands = [] } = useQuery(brandsQuery);
  const set = useMutation({
    mutationFn: ({ brandId, address }: { brandId: number; address: FormOfAddress | null }) =>
      api.put(`/wording/addresses/${brandId}`, { address }),
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(houseWordingQuery),
  });
  return (
    <section className={classes.panel} aria-labelledby="addresses">
      <h2 id="addresses">{t('wording:address.title')}</h2>
      <p className={classes.dim}>{t('wording:address.intro')}</p>
      <div className={classes.fields}>
        {brands.map(({ id, name }) => (
          <NativeSelect
            key={id}
            label={name}
            disabled={!may('wording.rules', id) || set.isPending}
            value={addresses.find(({ brandId }) => brandId === id)?.address ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              const address = value === 'sie' || value === 'du' ? value : null;
              set.mutate({ brandId: id, address });
            }}
            data={[
              { value: '', label: t('wording:address.both') },
              { value: 'sie', label: t('wording:address.sie') },
              { value: 'du', label: t('wording:address.du') },
            ]}
          />
        ))}
      </div>
    </section>
  );
}
