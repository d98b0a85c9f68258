import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';

export type Urgency = 'polite' | 'assertive';
type Announce = (text: string, urgency?: Urgency) => void;
const AnnouncerContext = createContext<Announce>(() => undefined);

const POLITE_EVERY_MS = 10_000;
const MOST_AT_ONCE = 3;

/** Speaks to screen readers. Polite news is gathered to one sentence per ten seconds; assertive comes at once. */
export function useAnnounce(): Announce {
  return useContext(AnnouncerContext);
}

export function Announcer({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const waiting = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    if (urgency === 'assertive') {
      setAssertive(text);
      return;
    }
    waiting.current = [...waiting.current, text].slice(-MOST_AT_ONCE);
    if (timer.current !== null) return;
    setPolite(waiting.current.join('. '));
    waiting.current = [];
    const flush = (): void => {
      timer.current = null;
      if (waiting.current.length === 0) return;
      setPolite(waiting.current.join('. '));
      waiting.current = [];
      timer.current = setTimeout(flush, POLITE_EVERY_MS);
    };
    timer.current = setTimeout(flush, POLITE_EVERY_MS);
  }, []);

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className="sw-hidden" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="sw-hidden" role="alert" aria-live="assertive">
        {assertive}
      </div>
    </AnnouncerContext>
  );
}
