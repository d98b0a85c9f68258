/** In groups by a key, in the order of their first; what has no key is left out. */
export function groupBy<T, K extends string | number>(
  items: readonly T[],
  keyOf: (item: T) => K | null,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
