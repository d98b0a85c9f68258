import { useEffect, useMemo, useState } from 'react';
import { KeptDrafts, type DraftPlace, type FoundDraft } from './kept-drafts.js';
import { thisWindow } from './this-window.js';

interface Written {
  readonly text: string;
  /** The version it was written on. */
  readonly base: number;
  readonly baseText: string;
}

export interface Draft extends Written {
  /** Differs from the version it was written on. */
  readonly isUnsaved: boolean;
  /** Somebody saved a newer version while this was typed. */
  readonly isBehind: boolean;
  /** False: this browser keeps nothing, a reload would lose the text. */
  readonly isKept: boolean;
  /** It was typed before this page was loaded. */
  readonly restoredFrom: string | null;
  /** Typed in other windows of this browser, and saved by nobody. */
  readonly others: readonly FoundDraft[];
  readonly write: (text: string) => void;
  /** This text is on its way to the server; once it is a version, what was typed since stands on it. */
  readonly sent: (text: string) => void;
  /** Goes on from another version: what merging ends with. */
  readonly rebase: (text: string, on: { version: number; text: string }) => void;
  readonly take: (draft: FoundDraft) => void;
  readonly drop: (draft: FoundDraft) => void;
  /** Back to the saved text. */
  readonly giveUp: () => void;
}

const isStorageHere = (): boolean => {
  try {
    return typeof localStorage === 'object';
  } catch {
    return false;
  }
};
const NOWHERE: ConstructorParameters<typeof KeptDrafts>[0] = {
  length: 0,
  key: () => null,
  getItem: () => null,
  removeItem: () => undefined,
  setItem: () => {
    throw new Error('nothing is kept here');
  },
};

/**
 * The text somebody is typing. It follows the saved version until something is typed; from then on it stays what was
 * typed, is kept in this browser, and nothing that others save touches it.
 */
export function useDraft(
  place: DraftPlace,
  latest: { readonly version: number; readonly text: string },
): Draft {
  const { person, incident, statement, part } = place;
  const kept = useMemo(
    () => new KeptDrafts(isStorageHere() ? localStorage : NOWHERE, thisWindow),
    [],
  );
  const here = useMemo<DraftPlace>(
    () => ({ person, incident, statement, part }),
    [person, incident, statement, part],
  );
  const [found, setFound] = useState(() => kept.find(here));
  const [typed, setTyped] = useState<Written | null>(() => asTyped(found.own, latest));
  const [restoredFrom, setRestored] = useState(typed === null ? null : (found.own?.at ?? null));
  const [isKept, setKept] = useState(true);
  const [onItsWay, setOnItsWay] = useState<string | null>(null);

  const saved: Written = { text: latest.text, base: latest.version, baseText: latest.text };
  const now = typed ?? saved;
  const put = (next: Written | null): void => {
    setTyped(next);
    if (next !== null) setKept(kept.keep(here, asKept(next)));
  };
  // What was typed became the saved text: nothing is left to keep.
  const isDone = typed !== null && typed.text === latest.text;
  if (isDone) {
    setTyped(null);
    setRestored(null);
  }
  // What was sent is a version by now; what was typed since stands on it.
  const { version, text: savedText } = latest;
  const wentOn = typed !== null && !isDone && onItsWay === savedText && version > typed.base;
  if (wentOn) {
    setTyped({ text: typed.text, base: version, baseText: savedText });
    setOnItsWay(null);
  }
  useEffect(() => {
    if (typed === null) kept.drop(here);
    else kept.keep(here, asKept(typed));
  }, [typed, kept, here]);

  const remove = ({ window }: FoundDraft): void => {
    kept.drop(here, window);
    setFound(kept.find(here));
  };
  return {
    ...now,
    isUnsaved: typed !== null && typed.text !== latest.text,
    isBehind: typed !== null && !isDone && !wentOn && version > typed.base,
    isKept,
    restoredFrom,
    others: found.others.filter(({ text }) => text !== latest.text && text !== now.text),
    write: (text) => put({ ...now, text }),
    sent: setOnItsWay,
    rebase: (text, on) => put({ text, base: on.version, baseText: on.text }),
    take: (draft) => {
      put({ text: draft.text, base: draft.base, baseText: draft.baseText });
      remove(draft);
    },
    drop: remove,
    giveUp: () => {
      put(null);
      setRestored(null);
    },
  };
}

const asKept = (written: Written) => ({ ...written, at: new Date().toISOString() });

function asTyped(draft: FoundDraft | null, latest: { text: string }): Written | null {
  if (draft === null || draft.text === latest.text) return null;
  return { text: draft.text, base: draft.base, baseText: draft.baseText };
}
