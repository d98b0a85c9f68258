import { Button } from '@mantine/core';
import { lintStatement, type WordingContext, type WordingDraft } from '@sturmwarte/domain';
import { useDeferredValue, useMemo } from 'react';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { useFindingWords } from './use-finding-words.js';
import classes from './wordings.module.css';

/** What to mend in a text, while it is written; a press marks the place in the field. */
export function LintList({
  draft,
  context,
  field,
}: {
  draft: WordingDraft;
  context: WordingContext;
  /** Id of the field. */
  field: string;
}) {
  const t = useText();
  const words = useFindingWords();
  const { channel, language, purpose } = draft;
  // While somebody types fast the text goes first, the findings follow.
  const text = useDeferredValue(draft.text);
  const findings = useMemo(
    () => lintStatement({ text, channel, language, purpose }, context),
    [text, channel, language, purpose, context],
  );
  const mark = (start: number, end: number): void => {
    const area = document.getElementById(field);
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.focus();
    area.setSelectionRange(start, end);
  };
  if (text.trim() === '') return null;
  return (
    <>
      <p className={classes.facts} role="status">
        <Icon name={findings.length === 0 ? 'check' : 'warn'} size={16} />
        {findings.length === 0
          ? t('wording:lint.none')
          : t('wording:lint.count', { count: findings.length })}
      </p>
      <ul className={classes.findings}>
        {findings.map((finding, at) => {
          const { title, why, better } = words(finding);
          const { rule, severity, start, end } = finding;
          return (
            <li key={`${rule} ${at}`} data-severity={severity}>
              <strong>{t(`wording:severity.${severity}`)}:</strong> {title}{' '}
              {start === null || end === null ? null : (
                <Button size="compact-sm" variant="default" onClick={() => mark(start, end)}>
                  <span lang={language}>{text.slice(start, end)}</span>
                </Button>
              )}
              {why === null ? null : <p className={classes.dim}>{why}</p>}
              {better === null ? null : <p>{t('wording:rules.better', { better })}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
