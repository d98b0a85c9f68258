import { Modal } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '../language/text.js';
import '../ui/late.css';
import { matchEntries, PALETTE_GROUPS } from './match-entries.js';
import classes from './palette.module.css';
import { useFoundEntries } from './use-found-entries.js';
import { usePaletteEntries } from './use-palette-entries.js';

/** One field that leads anywhere: type, choose with the arrows, go with Enter. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const all = [...usePaletteEntries(), ...useFoundEntries(typed)];
  // Known and found by its words: once, as found.
  const entries = matchEntries([...new Map(all.map((entry) => [entry.id, entry])).values()], typed);
  const at = Math.min(marked, entries.length - 1);
  const current = entries[at];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);
  const choose = (go: () => void): void => {
    onClose();
    go();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = entries.length - 1;
    const moved = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: last,
      PageUp: 0,
    }[event.key];
    if (moved !== undefined) {
      event.preventDefault();
      setMarked(Math.max(0, moved));
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      choose(current.go);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('palette:title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <input
        className={classes.field}
        role="combobox"
        type="text"
        aria-label={t('palette:label')}
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={current === undefined ? undefined : `${id}${current.id}`}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        data-autofocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={press}
      />
      <p role="status" className={entries.length === 0 ? classes.none : 'sw-hidden'}>
        {entries.length === 0 ? t('palette:none') : t('palette:found', { count: entries.length })}
      </p>
      <div
        ref={list}
        id={`${id}list`}
        role="listbox"
        aria-label={t('palette:results')}
        className={classes.list}
        hidden={entries.length === 0}
      >
        {PALETTE_GROUPS.map((group) => {
          const members = entries.filter((entry) => entry.group === group);
          if (members.length === 0) return null;
          return (
            <div key={group} role="group" aria-label={t(`palette:group.${group}`)}>
              <div className={classes.group} aria-hidden="true">
                {t(`palette:group.${group}`)}
              </div>
              {members.map((entry) => (
                <div
                  key={entry.id}
                  id={`${id}${entry.id}`}
                  role="option"
                  aria-selected={entry === current}
                  className={classes.entry}
                  onPointerMove={() => setMarked(entries.indexOf(entry))}
                  onClick={() => choose(entry.go)}
                >
                  <span className={classes.label}>{entry.label}</span>
                  <span className={classes.hint}>{entry.hint}</span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </Modal>
  );
}
