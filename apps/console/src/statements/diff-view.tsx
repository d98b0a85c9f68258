import { useMemo } from 'react';
import { useText } from '../language/text.js';
import classes from './diff-view.module.css';
import { wordDiff } from './word-diff.js';

/** What became of a text. Added words are underlined, removed ones struck through, and both are said so. */
export function DiffView({
  before,
  after,
  language,
}: {
  before: string;
  after: string;
  language: 'de' | 'en';
}) {
  const t = useText();
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  if (before === after) return <p className={classes.none}>{t('statements:diff.none')}</p>;
  return (
    <p className={classes.diff}>
      {parts.map(({ kind, text }, at) =>
        kind === 'same' ? (
          <span key={at} lang={language}>
            {text}
          </span>
        ) : kind === 'added' ? (
          <ins key={at}>
            <span className="sw-hidden"> [{t('statements:diff.added')}: </span>
            <span lang={language}>{text}</span>
            <span className="sw-hidden">] </span>
          </ins>
        ) : (
          <del key={at}>
            <span className="sw-hidden"> [{t('statements:diff.removed')}: </span>
            <span lang={language}>{text}</span>
            <span className="sw-hidden">] </span>
          </del>
        ),
      )}
    </p>
  );
}
