import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  OUTLET_CHANNELS,
  OUTLET_LIMITS,
  outletLength,
  variablesOf,
  type StatementPurpose,
} from '@sturmwarte/domain';
import { useId, useMemo } from 'react';
import { useText } from '../language/text.js';
import { LintFindings } from '../statements/lint-findings.js';
import { houseContext } from './house-context.js';
import type { VariantDraft } from './writing-draft.js';
import classes from './wordings.module.css';
import { houseWordingQuery } from './wordings.queries.js';

/** One text being written, with what the lint finds in it. */
export function VariantField({
  variant,
  purpose,
  brandId,
  onChange,
  onRemove,
}: {
  variant: VariantDraft;
  purpose: StatementPurpose;
  brandId: number | null;
  onChange: (part: Partial<VariantDraft>) => void;
  /** Null: the last one stays. */
  onRemove: (() => void) | null;
}) {
  const t = useText();
  const id = useId();
  const { channel, language, text } = variant;
  const { data: house } = useQuery(houseWordingQuery);
  const context = useMemo(
    () => ({ ...houseContext(house, brandId), variables: variablesOf(text), asTemplate: true }),
    [house, brandId, text],
  );
  const limit = OUTLET_LIMITS[channel];
  const length = outletLength(channel, text);
  const name = `${t(`playbooks:channel.${channel}`)}, ${t(`wording:language.${language}`)}`;
  return (
    <section className={classes.box} aria-label={name}>
      <div className={classes.fields}>
        <NativeSelect
          label={t('wording:filter.channel')}
          value={channel}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ channel: OUTLET_CHANNELS.find((one) => one === value) ?? channel });
          }}
          data={OUTLET_CHANNELS.map((one) => ({
            value: one,
            label: t(`playbooks:channel.${one}`),
          }))}
        />
        <NativeSelect
          label={t('wording:write.language')}
          value={language}
          onChange={(event) =>
            onChange({ language: event.currentTarget.value === 'en' ? 'en' : 'de' })
          }
          data={(['de', 'en'] as const).map((one) => ({
            value: one,
            label: t(`wording:language.${one}`),
          }))}
        />
        {onRemove === null ? null : (
          <Button
            variant="default"
            onClick={onRemove}
            aria-label={t('wording:write.removeOf', { name })}
          >
            {t('wording:write.remove')}
          </Button>
        )}
      </div>
      <Textarea
        id={id}
        label={t('wording:write.text')}
        description={t('wording:write.textHint')}
        lang={language}
        value={text}
        maxLength={20_000}
        autosize
        minRows={4}
        maxRows={16}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <p className={classes.facts}>
        <span data-over={limit !== null && length > limit ? true : undefined}>
          {limit === null
            ? t('wording:variant.length', { length })
            : t('wording:variant.lengthOf', { length, limit })}
        </span>
      </p>
      <LintFindings draft={{ text, channel, language, purpose }} context={context} field={id} />
    </section>
  );
}
