import { consistency, type Statement } from '@sturmwarte/domain';
import { useMemo } from 'react';
import { useText } from '../language/text.js';
import panel from '../room/panel.module.css';
import { Icon } from '../ui/icons.js';
import { useVariantName } from './use-variant-name.js';
import { newestOf } from './variant-of.js';

/** Do all texts say what the core message says? Compared letter by letter; whether they mean it, a person reads. */
export function ConsistencyList({ statement }: { statement: Statement }) {
  const t = useText();
  const variantName = useVariantName();
  const { core } = statement;
  const texts = useMemo(
    () =>
      statement.variants
        .filter(({ dropped }) => dropped === null)
        .map((one) => ({
          ...{ channel: one.channel, language: one.language, text: newestOf(one).text },
        })),
    [statement.variants],
  );
  const found = useMemo(() => consistency(texts, { core }), [texts, core]);
  if (texts.length < 2 && core.trim() === '') return null;
  if (found.length === 0) {
    return (
      <p className={panel.small}>
        <Icon name="check" size={14} /> {t('statements:consistency.none')}
      </p>
    );
  }
  return (
    <ul className={panel.list}>
      {found.map(({ rule, severity, variant, said, core: wanted }, at) => {
        const place = variant === null ? undefined : texts[variant];
        return (
          <li key={`${rule}-${at}`}>
            <strong>{t(`wording:severity.${severity}`)}:</strong>{' '}
            {place === undefined ? '' : `${variantName(place)}: `}
            {t(`statements:consistency.${rule}`, { said: said ?? '–', core: wanted ?? '–' })}
          </li>
        );
      })}
    </ul>
  );
}
