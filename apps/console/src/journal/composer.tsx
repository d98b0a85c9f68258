import { Textarea, TextInput } from '@mantine/core';
import { ENTRY_KINDS, type EntryKind } from '@sturmwarte/domain';
import { useRef, useState } from 'react';
import { useKeys } from '../keyboard/keyboard.js';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { SOME_REASON, useRoom } from '../room/room-context.js';
import { AttachButton } from './attach-button.js';
import classes from './composer.module.css';

/** Single keys that begin an entry of a kind, as the words on the buttons show. */
const KEYS = { note: 'n', fact: 'f', assumption: 'a', rumour: 'r', decision: 'e' } as const;

/** A place to say what is known, assumed, heard or decided. */
export function Composer() {
  const t = useText();
  const { send, busy } = useRoom();
  const [kind, setKind] = useState<EntryKind>('note');
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const begin = (chosen: EntryKind): void => {
    setKind(chosen);
    field.current?.focus();
  };
  useKeys(Object.fromEntries(ENTRY_KINDS.map((one) => [KEYS[one], () => begin(one)])));
  const write = async (): Promise<void> => {
    const words = text.trim();
    if (words === '' || busy) return;
    const from = source.trim() === '' ? null : source.trim();
    if (!(await send({ type: 'write-entry', kind, text: words, source: from }))) return;
    setText('');
    setSource('');
  };
  const needsSource = kind === 'fact' || kind === 'rumour';
  return (
    <form
      className={classes.composer}
      aria-label={t('journal:write.label')}
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <div className={classes.kinds} role="group" aria-label={t('journal:write.kind')}>
        {ENTRY_KINDS.map((one) => (
          <button
            key={one}
            type="button"
            className={classes.kind}
            aria-pressed={kind === one}
            aria-keyshortcuts={KEYS[one].toUpperCase()}
            onClick={() => begin(one)}
          >
            {t(`journal:group.${one}`)} <kbd>{KEYS[one].toUpperCase()}</kbd>
          </button>
        ))}
      </div>
      <Textarea
        ref={field}
        aria-label={t(`journal:write.${kind}`)}
        placeholder={t(`journal:write.${kind}`)}
        maxLength={2_000}
        autosize
        minRows={1}
        maxRows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void write();
        }}
      />
      {needsSource ? (
        <TextInput
          aria-label={t('room:ledger.source')}
          placeholder={t('room:ledger.source')}
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      ) : null}
      <div className={classes.buttons}>
        <AskButton
          command={{
            type: 'write-entry',
            kind,
            text: SOME_REASON,
            source: null,
            contents: [],
          }}
          onClick={() => void write()}
        >
          {t('journal:write.button')}
        </AskButton>
        <AttachButton />
      </div>
    </form>
  );
}
