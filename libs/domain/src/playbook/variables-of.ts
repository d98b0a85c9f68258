/** The names between braces in a text, each once, in order of first use. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name))];
}
