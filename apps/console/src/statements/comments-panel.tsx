import { Button } from '@mantine/core';
import type { Statement, Variant, WordingComment } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import panel from '../room/panel.module.css';
import { SOME_REASON, useRoom } from '../room/room-context.js';
import { WordsField } from '../room/words-field.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useVariantName } from './use-variant-name.js';
import { newestOf } from './variant-of.js';

/** What people said about the words, what is settled, and a field to say more. */
export function CommentsPanel({ statement, variant }: { statement: Statement; variant: Variant }) {
  const t = useText();
  const { send, busy, incident } = useRoom();
  const [text, setText] = useState('');
  const about = {
    statement: statement.id,
    variant: { channel: variant.channel, language: variant.language },
    version: newestOf(variant).version,
  };
  const open = statement.comments.filter(({ settled }) => settled === null);
  const settled = statement.comments.filter((comment) => comment.settled !== null);
  const say = async (): Promise<void> => {
    if (await send({ type: 'comment-wording', ...about, text: text.trim() })) setText('');
  };
  return (
    <div>
      {open.length === 0 ? <p className={panel.small}>{t('statements:comments.none')}</p> : null}
      <ul className={panel.list}>
        {open.map((comment) => (
          <Comment key={comment.seq} comment={comment} />
        ))}
      </ul>
      {settled.length === 0 ? null : (
        <details>
          <summary>{t('statements:comments.settled', { count: settled.length })}</summary>
          <ul className={panel.list}>
            {settled.map((comment) => (
              <Comment key={comment.seq} comment={comment} />
            ))}
          </ul>
        </details>
      )}
      {incident.state === 'open' ? (
        <form
          className={panel.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') void say();
          }}
        >
          <WordsField
            value={text}
            onChange={setText}
            label={t('statements:comments.label')}
            optional
          />
          <div>
            {text.trim() === '' ? (
              <AskButton
                command={{ type: 'comment-wording', ...about, text: SOME_REASON }}
                onClick={() => undefined}
              >
                {t('statements:comments.say')}
              </AskButton>
            ) : (
              <Button type="submit" size="compact-sm" variant="default" loading={busy}>
                {t('statements:comments.say')}
              </Button>
            )}
          </div>
        </form>
      ) : null}
    </div>
  );
}

function Comment({ comment }: { comment: WordingComment }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { send } = useRoom();
  const variantName = useVariantName();
  const { variant, version, settled, text, by, at, seq } = comment;
  const place =
    variant === null
      ? t('statements:comments.onAll')
      : version === null
        ? variantName(variant)
        : t('statements:comments.on', { variant: variantName(variant), version });
  return (
    <li>
      <p className={panel.words}>{text}</p>
      <div className={panel.row}>
        <span className={panel.small}>
          {by?.name ?? t('journal:machine')} {format.moment(at, now)} · {place}
          {settled === null
            ? ''
            : ` · ${t('statements:comments.settledBy', {
                name: settled.by?.name ?? t('journal:machine'),
                time: format.moment(settled.at, now),
              })}`}
        </span>
        {settled === null ? (
          <AskButton
            command={{ type: 'settle-comment', comment: seq }}
            onClick={() => void send({ type: 'settle-comment', comment: seq })}
            about={text.slice(0, 60)}
          >
            {t('statements:comments.settle')}
          </AskButton>
        ) : null}
      </div>
    </li>
  );
}
