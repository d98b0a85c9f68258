/** A number in the path of a page. */
export function idParam<K extends string>(name: K) {
  return {
    parse: (raw: Record<K, string>) => ({ [name]: Number(raw[name]) }) as Record<K, number>,
    stringify: (read: Record<K, number>) => ({ [name]: String(read[name]) }) as Record<K, string>,
  };
}
