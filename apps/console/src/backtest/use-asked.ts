import { useState } from 'react';
import type { Stretch } from './stretch.js';

/** The stretch somebody has marked, and whether they want to judge it: `asked` grows then. */
export function useAsked() {
  const [marked, mark] = useState<Stretch | null>(null);
  const [asked, setAsked] = useState(0);
  const judge = (stretch: Stretch | null = null): void => {
    if (stretch !== null) mark(stretch);
    setAsked(asked + 1);
  };
  return { marked, mark, asked, judge };
}
