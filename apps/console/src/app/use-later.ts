import { useEffect, useState } from 'react';

/** So long the first screen has the line to itself. */
const FIRST_MS = 4_000;
let hasStood = false;

/** False at first, true when the first screen has stood for a moment: for what nobody misses until then. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(hasStood);
  useEffect(() => {
    if (hasStood) return;
    const timer = setTimeout(() => setLater((hasStood = true)), FIRST_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLater;
}
