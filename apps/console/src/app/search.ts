/** Reading the search part of an address: whatever is not understood is left out. */
type Raw = Readonly<Record<string, unknown>>;

export function readId(raw: Raw, name: string): number | undefined {
  const value = Number(raw[name]);
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

export function readText(raw: Raw, name: string): string | undefined {
  const value = raw[name];
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function readChoice<T extends string | number>(
  raw: Raw,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = String(raw[name]);
  return choices.find((choice) => String(choice) === value);
}

/** Leaves out what is not set, so that an address stays short. */
export function withoutGaps<T extends object>(
  search: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  ) as never;
}
