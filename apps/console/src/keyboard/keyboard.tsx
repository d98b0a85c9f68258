import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { remember, remembered } from '../ui/remembered.js';
import { KeyChain } from './key-chain.js';

export type KeyMap = Readonly<Record<string, () => void>>;

interface Keyboard {
  readonly register: (keys: () => KeyMap) => () => void;
  readonly single: boolean;
  readonly setSingle: (on: boolean) => void;
}
const KeyboardContext = createContext<Keyboard | null>(null);

/** Listens to the page once; whoever registered last is asked first. */
export function KeyboardProvider({ children }: { children: ReactNode }) {
  const maps = useRef<(() => KeyMap)[]>([]);
  const [single, setSingleState] = useState(() => remembered('single-keys') !== 'off');

  useEffect(() => {
    if (!single) return;
    const chain = new KeyChain();
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const withModifier = event.ctrlKey || event.metaKey || event.altKey;
      const typing = isTaken(event.target);
      for (const name of chain.press({ key: event.key, withModifier, typing }, event.timeStamp)) {
        const run = [...maps.current]
          .reverse()
          .map((keys) => keys()[name])
          .find(Boolean);
        if (!run) continue;
        event.preventDefault();
        run();
        return;
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [single]);

  const value = useMemo<Keyboard>(
    () => ({
      single,
      setSingle: (on) => {
        remember('single-keys', on ? 'on' : 'off');
        setSingleState(on);
      },
      register: (keys) => {
        maps.current = [...maps.current, keys];
        return () => {
          maps.current = maps.current.filter((other) => other !== keys);
        };
      },
    }),
    [single],
  );
  return <KeyboardContext value={value}>{children}</KeyboardContext>;
}

export function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext);
  if (keyboard === null) throw new Error('no keyboard above this component');
  return keyboard;
}

/** Binds keys while the component is on the page, e.g. `{ q: acknowledge, 'g l': toBoard }`. */
export function useKeys(keys: KeyMap): void {
  const { register } = useKeyboard();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => register(() => latest.current), [register]);
}

/** Keys belong to a field, an open dialog or a menu before they belong to us. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
}
