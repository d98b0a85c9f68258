import { Button } from '@mantine/core';
import { lintStatement, type WordingContext, type WordingDraft } from '@sturmwarte/domain';
import { useDeferredValue, useMemo } from 'react';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import classes from './lint-findings.module.css';
import { useFindingWords } from './use-finding-words.js';

/** What to mend in a text before others see it, with the place; a press puts the cursor there. */
export function LintFindings({
  draft,
  context,
  field,
}: {
  draft: WordingDraft;
  context: WordingContext;
  /** Id of the field the text is written in; null: it is only read. */
  field: string | null;
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
  const go = (start: number, end: number): void => {
    const area = document.getElementById(field ?? '');
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.focus();
    area.setSelectionRange(start, end);
  };
  return (
    <section className={classes.lint} aria-label={t('statements:lint.title')}>
      <p className={classes.count} role="status">
        {findings.length === 0 ? (
          <>
            <Icon name="check" size={14} /> {t('statements:lint.none')}
          </>
        ) : (
          <>
            <Icon name="warn" size={14} /> {t('statements:lint.count', { count: findings.length })}
          </>
        )}
      </p>
      <ul>
        {findings.map((finding, at) => {
          const { title, why, better } = words(finding);
          const { start, end, severity } = finding;
          const place =
            start === null || end === null
              ? null
              : t('statements:lint.at', { line: lineOf(text, start) });
          return (
            <li key={`${finding.rule}-${start ?? 'all'}-${at}`} data-severity={severity}>
              <strong>{t(`wording:severity.${severity}`)}:</strong> {title}
              {start === null || end === null ? null : (
                <>
                  {' '}
                  <q lang={language}>{text.slice(start, end)}</q>{' '}
                  {field === null ? (
                    <span className={classes.dim}>{place}</span>
                  ) : (
                    <Button size="compact-xs" variant="subtle" onClick={() => go(start, end)}>
                      {place}
                    </Button>
                  )}
                </>
              )}
              {why === null ? null : <p className={classes.dim}>{why}</p>}
              {better === null ? null : (
                <p>
                  {t('statements:lint.better')} {better}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
