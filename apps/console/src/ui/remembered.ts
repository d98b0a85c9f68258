/** What this browser remembers between visits. Storage may be forbidden; then nothing is remembered. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`sturmwarte.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`sturmwarte.${key}`, value);
  } catch {
    // Private windows refuse; the choice then lasts as long as the page.
  }
}
