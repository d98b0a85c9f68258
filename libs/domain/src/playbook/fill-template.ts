/** A text with its variables filled; those nobody filled stay as they are and are named. */
export function fillTemplate(
  text: string,
  values: Readonly<Record<string, string>>,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const filled = text.replace(/\{([^{}]*)\}/g, (braces, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined;
    if (value) return value;
    missing.add(name);
    return braces;
  });
  return { text: filled, missing: [...missing] };
}
