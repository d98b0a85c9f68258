type Nothing = false | undefined | null;

/** Waits until something holds; fails the test after ten seconds. */
export async function eventually<T>(look: () => T | Nothing | Promise<T | Nothing>): Promise<T> {
  const end = performance.now() + 10_000;
  while (performance.now() < end) {
    const found = await look();
    if (found !== false && found !== undefined && found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it never happened');
}
