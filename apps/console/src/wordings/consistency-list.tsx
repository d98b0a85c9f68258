import type { Inconsistency } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import type { VariantDraft } from './writing-draft.js';
import classes from './wordings.module.css';

/** Where the texts of one message do not say the same. */
export function ConsistencyList({
  variants,
  found,
}: {
  variants: readonly VariantDraft[];
  found: readonly Inconsistency[];
}) {
  const t = useText();
  if (variants.length < 2) return null;
  const name = (index: number | null): string => {
    const one = index === null ? undefined : variants[index];
    if (one === undefined) return t('wording:consistency.whole');
    return `${t(`playbooks:channel.${one.channel}`)}, ${t(`wording:language.${one.language}`)}`;
  };
  return (
    <section className={classes.box} aria-labelledby="consistency">
      <h2 id="consistency">{t('wording:consistency.title')}</h2>
      <p className={classes.dim} role="status">
        {found.length === 0
          ? t('wording:consistency.none')
          : t('wording:consistency.count', { count: found.length })}
      </p>
      <ul className={classes.findings}>
        {found.map(({ rule, severity, variant, said, core }, at) => (
          <li key={at} data-severity={severity}>
            <strong>{name(variant)}:</strong>{' '}
            {t(`wording:consistency.${rule}`, { said: said ?? '', core: core ?? '' })}
          </li>
        ))}
      </ul>
      <p className={classes.dim}>{t('wording:consistency.limits')}</p>
    </section>
  );
}
