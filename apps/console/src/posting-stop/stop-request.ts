let isOpen = false;
const waiting = new Set<() => void>();

function set(open: boolean): void {
  isOpen = open;
  waiting.forEach((tell) => tell());
}

/** Somebody asked for the posting stop from where its dialog cannot stand, e.g. the palette. */
export const stopRequest = {
  open: (): void => set(true),
  close: (): void => set(false),
  subscribe: (tell: () => void): (() => void) => {
    waiting.add(tell);
    return () => void waiting.delete(tell);
  },
  snapshot: (): boolean => isOpen,
};
