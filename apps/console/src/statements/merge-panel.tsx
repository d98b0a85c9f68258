import { Button, Radio, Textarea } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import type { VariantVersion } from '@sturmwarte/domain';
import { useMemo, useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { DiffView } from './diff-view.js';
import { mergeTexts, settledText } from './merge-texts.js';
import classes from './merge-panel.module.css';

type Choice = 'mine' | 'theirs' | 'own';

/**
 * Somebody saved another version while this was typed: theirs, the merged text, and what to decide. Nothing typed is
 * gone; the writer goes on from here.
 */
export function MergePanel({
  base,
  mine,
  theirs,
  language,
  onMerged,
}: {
  base: string;
  mine: string;
  theirs: VariantVersion;
  language: 'de' | 'en';
  onMerged: (text: string) => void;
}) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const parts = useMemo(() => mergeTexts(base, mine, theirs.text), [base, mine, theirs.text]);
  const [chosen, setChosen] = useState<Readonly<Record<number, Choice>>>({});
  const [own, setOwn] = useState<Readonly<Record<number, string>>>({});
  const choices = Object.fromEntries(
    Object.entries(chosen).map(([at, choice]) => {
      const part = parts[Number(at)];
      if (part?.kind !== 'conflict') return [at, ''];
      return [at, choice === 'own' ? (own[Number(at)] ?? part.mine) : part[choice]];
    }),
  );
  const text = settledText(parts, choices);
  const conflicts = parts.flatMap((part, at) => (part.kind === 'conflict' ? [{ part, at }] : []));
  const name = theirs.written.by?.name ?? t('journal:machine');
  return (
    <section className={classes.merge} aria-label={t('statements:merge.title')}>
      <p role="alert">
        <strong>
          {t('statements:merge.text', {
            name,
            version: theirs.version,
            time: format.moment(theirs.written.at, now),
          })}
        </strong>{' '}
        {conflicts.length === 0
          ? t('statements:merge.clean')
          : t('statements:merge.decide', { count: conflicts.length })}
      </p>
      <p className={classes.heading}>{t('statements:merge.theirs', { name })}</p>
      <DiffView before={base} after={theirs.text} language={language} />
      <p className={classes.heading}>{t('statements:merge.mine')}</p>
      <DiffView before={base} after={mine} language={language} />
      {conflicts.map(({ part, at }, index) => (
        <fieldset key={at} className={classes.conflict}>
          <legend>{t('statements:merge.conflict', { number: index + 1 })}</legend>
          <Radio.Group
            value={chosen[at] ?? null}
            onChange={(choice) => setChosen({ ...chosen, [at]: choice })}
            aria-label={t('statements:merge.conflict', { number: index + 1 })}
          >
            <Radio
              value="mine"
              label={<Reading label={t('statements:merge.takeMine')} text={part.mine} />}
            />
            <Radio
              value="theirs"
              label={
                <Reading label={t('statements:merge.takeTheirs', { name })} text={part.theirs} />
              }
            />
            <Radio value="own" label={t('statements:merge.takeOwn')} />
          </Radio.Group>
          {chosen[at] === 'own' ? (
            <Textarea
              aria-label={t('statements:merge.takeOwn')}
              lang={language}
              autosize
              minRows={2}
              value={own[at] ?? part.mine}
              onChange={(event) => setOwn({ ...own, [at]: event.currentTarget.value })}
            />
          ) : null}
        </fieldset>
      ))}
      {text === null ? null : (
        <>
          <p className={classes.heading}>{t('statements:merge.result')}</p>
          <DiffView before={theirs.text} after={text} language={language} />
        </>
      )}
      <div>
        <Button disabled={text === null} onClick={() => text !== null && onMerged(text)}>
          {t('statements:merge.take')}
        </Button>
      </div>
    </section>
  );
}

function Reading({ label, text }: { label: string; text: string }) {
  const t = useText();
  return (
    <>
      {label}:{' '}
      {text === '' ? (
        <em>{t('statements:merge.nothing')}</em>
      ) : (
        <span className={classes.reading}>{text}</span>
      )}
    </>
  );
}
