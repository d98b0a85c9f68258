import { Button } from '@mantine/core';
import type { AgreedView } from '@sturmwarte/contracts';
import {
  approvalsOf,
  fillTemplate,
  isAgreed,
  OUTLET_LIMITS,
  outletLength,
  type AgreedVariant,
} from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { useNotice } from '../ui/notice.js';
import classes from './wordings.module.css';

/** One text: with its gaps filled, ready to copy, and who approved it. */
export function VariantReading({
  wording,
  variant,
  values,
  now,
}: {
  wording: AgreedView;
  variant: AgreedVariant;
  values: Readonly<Record<string, string>>;
  now: number;
}) {
  const t = useText();
  const format = useFormat();
  const notice = useNotice();
  const { channel, language } = variant;
  const { text, missing } = fillTemplate(variant.text, values);
  const agreed = isAgreed(wording, variant, new Date(now).toISOString());
  const limit = OUTLET_LIMITS[channel];
  const length = outletLength(channel, text);
  const name = `${t(`playbooks:channel.${channel}`)}, ${t(`wording:language.${language}`)}`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      notice.done(t('wording:variant.copied', { name }));
    } catch {
      // Some browsers allow it only on secure pages.
      notice.warning(t('wording:variant.notCopied'));
    }
  };
  return (
    <section className={classes.box} aria-label={name}>
      <div className={classes.head}>
        <h2>{name}</h2>
        <Button
          variant="default"
          aria-label={t('wording:variant.copyOf', { name })}
          onClick={() => void copy()}
        >
          {t('wording:variant.copy')}
        </Button>
      </div>
      <p lang={language} className={classes.text}>
        {text}
      </p>
      <p className={classes.facts}>
        <span data-over={limit !== null && length > limit ? true : undefined}>
          {limit === null
            ? t('wording:variant.length', { length })
            : t('wording:variant.lengthOf', { length, limit })}
        </span>
        {missing.length === 0 ? null : (
          <span>{t('wording:variant.missing', { names: missing.join(', ') })}</span>
        )}
        <span title={variant.hash}>
          {t('wording:variant.hash', { hash: variant.hash.slice(0, 12) })}
        </span>
      </p>
      <ul className={classes.approvals} aria-label={t('wording:variant.approvals', { name })}>
        {approvalsOf(wording, variant).map(({ role, by, at }) => (
          <li key={role}>
            <Icon name="check" size={16} />{' '}
            {t('wording:variant.approved', {
              role: t(`names:role.${role}`),
              name: by.name,
              at: format.dateTime(at),
            })}
          </li>
        ))}
        {agreed ? null : (
          <li>
            <Icon name="warn" size={16} /> {t('wording:variant.notAgreed')}
          </li>
        )}
      </ul>
    </section>
  );
}
