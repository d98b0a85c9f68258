/** Numbers in the path of a page. */
export function idParam<K extends string>(...names: readonly K[]) {
  const each = <T>(read: (name: K) => T): Record<K, T> =>
    Object.fromEntries(names.map((name) => [name, read(name)])) as Record<K, T>;
  return {
    parse: (raw: Record<K, string>) => each((name) => Number(raw[name])),
    stringify: (read: Record<K, number>) => each((name) => String(read[name])),
  };
}
