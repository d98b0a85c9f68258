/** A key as bindings name it: "q", "?", "/" or, as second of a chain, "g l". */
export interface KeyPress {
  readonly key: string;
  readonly withModifier: boolean;
  /** In a field, or where keys already have a meaning. */
  readonly typing: boolean;
}

const CHAIN_WITHIN_MS = 1_200;

/** Turns key presses into the names of bindings, remembering the first of two ("g", then "l"). */
export class KeyChain {
  private first: { key: string; at: number } | null = null;

  /** @returns the binding pressed, longest first, e.g. `['g l', 'l']`; empty when it is nobody's business */
  press(press: KeyPress, nowMs: number): readonly string[] {
    if (press.typing || press.withModifier || press.key.length !== 1) {
      this.first = null;
      return [];
    }
    const key = press.key.toLowerCase();
    const first = this.first && nowMs - this.first.at <= CHAIN_WITHIN_MS ? this.first.key : null;
    this.first = first === null ? { key, at: nowMs } : null;
    return first === null ? [key] : [`${first} ${key}`, key];
  }
}
