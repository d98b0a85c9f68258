import { isCollection, isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { Path } from './finding.js';

/** Longer than any playbook a person reads; keeps hostile files small. */
const MAX_CHARACTERS = 500_000;

export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlMistake extends Position {
  readonly code: 'not-yaml' | 'too-large' | 'duplicate-key';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface YamlFile {
  readonly data: unknown;
  readonly mistakes: readonly YamlMistake[];
  /** Where a value stands (or its key); the nearest thing around it when it is not there. */
  locate(path: Path, atKey?: boolean): Position;
}

/** Reads YAML 1.2, keeping in mind where everything stands. */
export function readYaml(text: string): YamlFile {
  if (text.length > MAX_CHARACTERS) {
    const tooLarge = {
      code: 'too-large',
      params: { max: MAX_CHARACTERS },
      line: 1,
      column: 1,
    } as const;
    return { data: undefined, mistakes: [tooLarge], locate: () => ({ line: 1, column: 1 }) };
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const positionOf = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const mistakes = document.errors.map((error): YamlMistake => ({
    ...(error.code === 'DUPLICATE_KEY'
      ? { code: 'duplicate-key', params: {} }
      : { code: 'not-yaml', params: { detail: error.message } }),
    ...positionOf(error.pos[0]),
  }));
  const locate = (path: Path, atKey = false) => positionOf(offsetOf(document, path, atKey));
  if (mistakes.length > 0) return { data: undefined, mistakes, locate };
  try {
    // Few aliases: a file that multiplies itself is refused, not unfolded.
    return { data: document.toJS({ maxAliasCount: 50 }) as unknown, mistakes, locate };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const unfolded = { code: 'not-yaml', params: { detail }, line: 1, column: 1 } as const;
    return { data: undefined, mistakes: [unfolded], locate };
  }
}

function offsetOf(document: Document, path: Path, atKey: boolean): number {
  let offset = startOf(document.contents) ?? 0;
  let node: unknown = document.contents;
  for (const [depth, step] of path.entries()) {
    if (!isCollection(node)) break;
    const key = isMap(node) ? keyOf(node, String(step)) : undefined;
    const next = node.get(step, true);
    if (next === undefined && key === undefined) break;
    const last = depth === path.length - 1;
    const wanted = last && atKey ? (key ?? next) : next;
    offset = startOf(wanted) ?? startOf(key) ?? offset;
    node = next;
  }
  return offset;
}

function keyOf(
  map: { readonly items: readonly { readonly key: unknown }[] },
  name: string,
): unknown {
  return map.items.map(({ key }) => key).find((key) => String(key) === name);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
