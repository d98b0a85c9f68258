import { Button } from '@mantine/core';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { DiffView } from './diff-view.js';
import classes from './other-drafts.module.css';
import type { Draft } from './use-draft.js';

/** Text typed before a reload, or in another window of this browser, that nobody has saved yet. */
export function OtherDrafts({
  draft,
  saved,
  language,
}: {
  draft: Draft;
  saved: string;
  language: 'de' | 'en';
}) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  return (
    <>
      {draft.isUnsaved && draft.restoredFrom !== null ? (
        <p className={classes.note} role="status">
          {t('statements:drafts.restored', { time: format.moment(draft.restoredFrom, now) })}
        </p>
      ) : null}
      {draft.others.map((other) => (
        <details key={other.window} className={classes.note}>
          <summary>{t('statements:drafts.other', { time: format.moment(other.at, now) })}</summary>
          <DiffView before={saved} after={other.text} language={language} />
          <div className={classes.buttons}>
            <Button
              size="compact-sm"
              variant="default"
              disabled={draft.isUnsaved}
              onClick={() => draft.take(other)}
            >
              {t('statements:drafts.take')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => draft.drop(other)}>
              {t('statements:drafts.drop')}
            </Button>
          </div>
        </details>
      ))}
    </>
  );
}
