import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { AgreedView } from '@sturmwarte/contracts';
import { brandsWith, consistency, LEVELS, STATEMENT_PURPOSES } from '@sturmwarte/domain';
import { useState } from 'react';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useServerNow } from '../live/use-server-now.js';
import { TimeField } from '../room/time-field.js';
import { WordsField } from '../room/words-field.js';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { LeaveGuard, useLeaveGuard } from '../topics/leave-guard.js';
import { Icon } from '../ui/icons.js';
import { useNotice } from '../ui/notice.js';
import { ConsistencyList } from './consistency-list.js';
import { PlaybooksField } from './playbooks-field.js';
import { VariantField } from './variant-field.js';
import { draftOf, versionOf, type VariantDraft, type WritingDraft } from './writing-draft.js';
import classes from './wordings.module.css';
import { agreedWordingsQuery } from './wordings.queries.js';

/** A version of a wording, with the lint beside every text. */
export function WritingForm({ before }: { before: AgreedView | null }) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  const navigate = useNavigate();
  const now = useServerNow(60_000);
  const { grants } = useSession().person;
  const reach = brandsWith(grants, 'wording.draft');
  const { data: brands = [] } = useQuery(brandsQuery);
  const mine = brands.filter(({ id }) => reach === 'all' || reach.includes(id));
  const firstBrand = reach === 'all' ? null : (reach[0] ?? null);
  const [first] = useState(() => draftOf(before, firstBrand, now));
  // What was on screen when the writing began: a later entry of somebody else is not overwritten.
  const [base] = useState(before?.seq ?? 0);
  const [draft, setDraft] = useState<WritingDraft>(first);
  const guard = useLeaveGuard(JSON.stringify(draft) !== JSON.stringify(first));
  const version = versionOf(draft);
  const change = (part: Partial<WritingDraft>): void =>
    setDraft((before) => ({ ...before, ...part }));
  const changeVariant = (key: number, part: Partial<VariantDraft>): void =>
    change({
      variants: draft.variants.map((one) => (one.key === key ? { ...one, ...part } : one)),
    });
  const save = useMutation({
    mutationFn: () =>
      before === null
        ? api.post<AgreedView>('/agreed-wordings', { brandId: draft.brandId, ...version })
        : api.post<AgreedView>(`/agreed-wordings/${before.id}/versions`, { base, ...version }),
    onSuccess: ({ id }) => {
      guard.release();
      void client.invalidateQueries({ queryKey: agreedWordingsQuery.queryKey });
      void navigate({
        to: '/wordings/$wordingId',
        params: { wordingId: id },
        search: ({ space }: { space?: number }) => (space === undefined ? {} : { space }),
      });
    },
    onError: notice.refusal,
  });
  const levels = LEVELS.map((level) => ({
    value: String(level),
    label: `${level} ${t(`names:level.${level}`)}`,
  }));
  const readLevel = (value: string) => LEVELS.find((level) => String(level) === value) ?? 0;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (version !== null) save.mutate();
      }}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('wording:write.title')}
          value={draft.title}
          maxLength={120}
          required
          withAsterisk={false}
          autoComplete="off"
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        {before === null ? (
          <NativeSelect
            label={t('wording:filter.brand')}
            value={draft.brandId ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change({ brandId: value === '' ? null : Number(value) });
            }}
            data={[
              ...(reach === 'all' ? [{ value: '', label: t('wording:filter.allBrands') }] : []),
              ...mine.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        ) : null}
        <NativeSelect
          label={t('wording:write.purpose')}
          value={draft.purpose}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change({ purpose: STATEMENT_PURPOSES.find((one) => one === value) ?? 'holding' });
          }}
          data={STATEMENT_PURPOSES.map((one) => ({
            value: one,
            label: t(`wording:purpose.${one}`),
          }))}
        />
        <NativeSelect
          label={t('wording:write.levelFrom')}
          value={String(draft.levelFrom)}
          onChange={(event) => change({ levelFrom: readLevel(event.currentTarget.value) })}
          data={levels}
        />
        <NativeSelect
          label={t('wording:write.levelTo')}
          value={String(draft.levelTo)}
          onChange={(event) => change({ levelTo: readLevel(event.currentTarget.value) })}
          data={levels}
        />
        <TimeField
          label={t('wording:write.validUntil')}
          value={first.validUntil}
          onChange={(validUntil) => change({ validUntil })}
        />
      </div>
      <PlaybooksField value={draft.playbooks} onChange={(playbooks) => change({ playbooks })} />
      {draft.variants.map((variant) => (
        <VariantField
          key={variant.key}
          {...{ variant, purpose: draft.purpose, brandId: draft.brandId }}
          onChange={(part) => changeVariant(variant.key, part)}
          onRemove={
            draft.variants.length === 1
              ? null
              : () => change({ variants: draft.variants.filter(({ key }) => key !== variant.key) })
          }
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => change({ variants: [...draft.variants, nextVariant(draft.variants)] })}
        >
          {t('wording:write.addText')}
        </Button>
      </div>
      <ConsistencyList variants={draft.variants} found={consistency(draft.variants)} />
      <WordsField
        label={t('wording:write.note')}
        optional
        value={draft.note}
        onChange={(note) => change({ note })}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending} disabled={version === null}>
          {t('wording:write.save')}
        </Button>
      </div>
      <LeaveGuard guard={guard} name={draft.title} />
    </form>
  );
}

/** The other language of the last one, else an empty post. */
function nextVariant(variants: readonly VariantDraft[]): VariantDraft {
  const key = Math.max(-1, ...variants.map((one) => one.key)) + 1;
  const last = variants.at(-1);
  const language = last?.language === 'de' ? 'en' : 'de';
  return { key, channel: last?.channel ?? 'website', language, text: '' };
}
