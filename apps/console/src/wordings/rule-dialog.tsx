import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HouseRuleChange } from '@sturmwarte/contracts';
import { brandsWith, WORDING_SEVERITIES, type HouseWordingRule } from '@sturmwarte/domain';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { Decision } from '../ui/decision.js';
import { useNotice } from '../ui/notice.js';
import { ChannelsField } from './channels-field.js';
import { houseWordingQuery } from './wordings.queries.js';

const LANGUAGES = ['de', 'en'] as const;
const EMPTY = { de: '', en: '' };

/** Words the house does not use: what, why, and what instead. */
export function RuleDialog({
  rule,
  onClose,
}: {
  /** Null: a new one. */
  rule: HouseWordingRule | null;
  onClose: () => void;
}) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const { grants } = useSession().person;
  const reach = brandsWith(grants, 'wording.rules');
  const { data: brands = [] } = useQuery(brandsQuery);
  const [brandId, setBrandId] = useState(reach === 'all' ? null : (reach[0] ?? null));
  const [phrases, setPhrases] = useState({
    de: rule?.de.join('\n') ?? '',
    en: rule?.en.join('\n') ?? '',
  });
  const [why, setWhy] = useState(rule?.why ?? EMPTY);
  const [better, setBetter] = useState(rule?.better ?? EMPTY);
  const [severity, setSeverity] = useState(rule?.severity ?? 'warn');
  const [channels, setChannels] = useState(rule?.channels ?? null);
  const lines = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const isBetter = better.de.trim() !== '' && better.en.trim() !== '';
  const isHalf = !isBetter && (better.de + better.en).trim() !== '';
  const values: HouseRuleChange = {
    ...{ de: lines(phrases.de), en: lines(phrases.en), why, severity },
    ...{ better: isBetter ? better : null, channels: channels === null ? null : [...channels] },
  };
  const isReady =
    values.de.length + values.en.length > 0 &&
    LANGUAGES.every((language) => why[language].trim() !== '') &&
    !isHalf;
  const save = useMutation({
    mutationFn: () =>
      rule === null
        ? api.post('/wording/rules', { brandId, ...values })
        : api.put(`/wording/rules/${rule.id}`, values),
    onSuccess: onClose,
    onError: notice.refusal,
    onSettled: () => client.invalidateQueries(houseWordingQuery),
  });
  return (
    <Decision
      title={t(rule === null ? 'wording:rules.add' : 'wording:rules.editTitle')}
      consequence={t('wording:rules.hint')}
      confirm={t('app:action.save')}
      busy={save.isPending}
      ready={isReady}
      onClose={onClose}
      onConfirm={() => save.mutate()}
    >
      {rule === null ? (
        <NativeSelect
          label={t('wording:filter.brand')}
          value={brandId ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setBrandId(value === '' ? null : Number(value));
          }}
          data={[
            ...(reach === 'all' ? [{ value: '', label: t('wording:filter.allBrands') }] : []),
            ...brands
              .filter(({ id }) => reach === 'all' || reach.includes(id))
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      ) : null}
      {LANGUAGES.map((language) => (
        <Textarea
          key={language}
          label={t(`wording:rules.phrases.${language}`)}
          lang={language}
          autosize
          minRows={2}
          maxRows={6}
          value={phrases[language]}
          onChange={(event) => setPhrases({ ...phrases, [language]: event.currentTarget.value })}
        />
      ))}
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          label={t(`wording:rules.why.${language}`)}
          lang={language}
          maxLength={500}
          autoComplete="off"
          value={why[language]}
          onChange={(event) => setWhy({ ...why, [language]: event.currentTarget.value })}
        />
      ))}
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          label={t(`wording:rules.instead.${language}`)}
          lang={language}
          maxLength={500}
          autoComplete="off"
          value={better[language]}
          onChange={(event) => setBetter({ ...better, [language]: event.currentTarget.value })}
        />
      ))}
      <NativeSelect
        label={t('wording:rules.severity')}
        value={severity}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setSeverity(WORDING_SEVERITIES.find((one) => one === value) ?? 'warn');
        }}
        data={WORDING_SEVERITIES.map((one) => ({
          value: one,
          label: t(`wording:severity.${one}`),
        }))}
      />
      <ChannelsField value={channels} onChange={setChannels} />
    </Decision>
  );
}
