import { useEffect, useId, useRef, useState } from 'react';
import { useKeys } from '../keyboard/keyboard.js';
import { useText } from '../language/text.js';
import classes from './mention-filters.module.css';

const SETTLED_MS = 400;
const MOST_CHARS = 200;

/** Full-text search. The address follows once the fingers rest, or at once with Enter. */
export function SearchField({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const t = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q);
  const [known, setKnown] = useState(q);
  // Changed from outside: by the back button, or when all filters are cleared.
  if (known !== q) {
    setKnown(q);
    if (text.trim() !== q) setText(q);
  }
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (text.trim() === q) return;
    const settled = setTimeout(() => latest.current(text.trim()), SETTLED_MS);
    return () => clearTimeout(settled);
  }, [text, q]);
  useKeys({ '/': () => field.current?.focus() });
  return (
    <div className={classes.search}>
      <label htmlFor={id}>{t('mentions:filter.search')}</label>
      <input
        id={id}
        ref={field}
        type="search"
        value={text}
        maxLength={MOST_CHARS}
        placeholder={t('mentions:filter.searchHint')}
        autoComplete="off"
        aria-keyshortcuts="/"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChange(text.trim());
        }}
      />
    </div>
  );
}
