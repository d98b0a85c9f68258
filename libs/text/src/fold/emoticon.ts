/** Emoticons become one unit each that Unicode keeps free for inner use, so that lexicon and automaton treat them like emoji. */
export const EMOTICON = {
  smile: 0xfdd1,
  frown: 0xfdd2,
  laugh: 0xfdd3,
  heart: 0xfdd4,
  wink: 0xfdd5,
  doubt: 0xfdd6,
  tears: 0xfdd7,
  annoyed: 0xfdd8,
  broken: 0xfdd9,
} as const;

export function isEmoticon(unit: number): boolean {
  return unit >= EMOTICON.smile && unit <= EMOTICON.broken;
}

/** Marks the ASCII characters an emoticon may start with. */
export const EMOTICON_START: Uint8Array = (() => {
  const table = new Uint8Array(128);
  for (const char of ':;=<&-^') table[char.charCodeAt(0)] = 1;
  return table;
})();

const MOUTHS: Readonly<Record<string, number>> = {
  ')': EMOTICON.smile,
  ']': EMOTICON.smile,
  '(': EMOTICON.frown,
  '[': EMOTICON.frown,
  D: EMOTICON.laugh,
  '*': EMOTICON.heart,
  P: EMOTICON.smile,
  p: EMOTICON.smile,
  '/': EMOTICON.doubt,
  '|': EMOTICON.doubt,
};

/** The emoticon at `at` as `length << 16 | unit`, or 0. */
export function emoticonAt(text: string, at: number): number {
  const char = text[at];
  if (char === '<' || char === '&') {
    const skip = char === '<' ? 1 : text.startsWith('&lt;', at) ? 4 : 0;
    if (skip === 0) return 0;
    if (text[at + skip] === '3') return ((skip + 1) << 16) | EMOTICON.heart;
    return text.startsWith('/3', at + skip) ? ((skip + 2) << 16) | EMOTICON.broken : 0;
  }
  if (char === '^') return text[at + 1] === '^' ? (2 << 16) | EMOTICON.smile : 0;
  if (char === '-') {
    if (text.startsWith('-.-', at) || text.startsWith('-_-', at))
      return (3 << 16) | EMOTICON.annoyed;
    return 0;
  }
  return face(text, at);
}

function face(text: string, at: number): number {
  let mouth = at + 1;
  const tear = text[mouth] === "'";
  if (tear) mouth++;
  if (text[mouth] === '-' || text[mouth] === 'o') mouth++;
  const char = text[mouth];
  if (char === undefined) return 0;
  // "12:30", "http://", "foo:Paul": no face unless it stands alone or closes a word with punctuation.
  const before = at > 0 ? text.charCodeAt(at - 1) : 32;
  const letterMouth = /[DPp]/.test(char);
  if (letterMouth && (/[\p{L}\p{N}]/u.test(text[mouth + 1] ?? '') || before > 32)) return 0;
  if (char === '/' && (text[mouth + 1] === '/' || before > 32)) return 0;
  const kind = MOUTHS[char];
  if (kind === undefined) return 0;
  let end = mouth + 1;
  while (text[end] === char) end++;
  const wink = text[at] === ';' && (kind === EMOTICON.smile || kind === EMOTICON.laugh);
  const unit = tear
    ? kind === EMOTICON.frown
      ? EMOTICON.tears
      : EMOTICON.laugh
    : wink
      ? EMOTICON.wink
      : kind;
  return ((end - at) << 16) | unit;
}
