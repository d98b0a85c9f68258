import type { QueryMistake } from '@sturmwarte/contracts';
import type { EnglishTexts } from '@sturmwarte/i18n';
import { useId, useRef } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { markMistakes } from './mark-mistakes.js';
import classes from './query-field.module.css';

const MOST_CHARS = 4_000;
type MistakeCode = keyof typeof EnglishTexts.query;

/** Where a query is typed. Mistakes are underlined at their place and said in a sentence below. */
export function QueryField({
  value,
  mistakes,
  state,
  readOnly,
  onChange,
}: {
  value: string;
  mistakes: readonly QueryMistake[];
  /** What is known of exactly this text. */
  state: 'unknown' | 'checking' | 'good' | 'wrong';
  readOnly: boolean;
  onChange: (query: string) => void;
}) {
  const t = useText();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const goTo = ({ position, length }: QueryMistake): void => {
    field.current?.focus();
    field.current?.setSelectionRange(position, position + length);
  };
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        {t('topics:query.label')}
      </label>
      <p className={classes.hint} id={`${id}hint`}>
        {t('topics:query.hint')}
      </p>
      <div className={classes.stack}>
        <div className={classes.mirror} aria-hidden="true">
          {markMistakes(value, mistakes).map((part, index) =>
            part.isMistake ? (
              <span key={index} className={classes.mistake} data-mistake>
                {part.text}
              </span>
            ) : (
              part.text
            ),
          )}
          {/* A last empty line has no height of its own. */}
          {'\u200b'}
        </div>
        <textarea
          id={id}
          ref={field}
          className={classes.field}
          value={value}
          readOnly={readOnly}
          maxLength={MOST_CHARS}
          rows={1}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-invalid={mistakes.length > 0}
          aria-describedby={`${id}hint ${id}state`}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <div id={`${id}state`} className={classes.state} role="status">
        {state === 'checking' ? t('topics:query.checking') : null}
        {state === 'good' ? (
          <span className={classes.good}>
            <Icon name="check" size={16} /> {t('topics:query.good')}
          </span>
        ) : null}
        {mistakes.length > 0 ? (
          <ul>
            {mistakes.map((mistake, index) => (
              <li key={index}>
                <MistakeLine mistake={mistake} onGo={() => goTo(mistake)} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

function MistakeLine({ mistake, onGo }: { mistake: QueryMistake; onGo: () => void }) {
  const t = useText();
  const format = useFormat();
  const sentence: string = t(`query:${mistake.code as MistakeCode}`, {
    ...mistake.params,
    defaultValue: t('topics:query.unknown'),
  });
  const position = format.integer(mistake.position + 1);
  return (
    <span className={classes.line}>
      <Icon name="cross" size={16} />
      {t('topics:query.mistake', { position, sentence })}{' '}
      <button type="button" onClick={onGo}>
        {t('topics:query.goTo')}
      </button>
    </span>
  );
}
