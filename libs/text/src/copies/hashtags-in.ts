import { BREAK, WordStream } from '../match/word-stream.js';

const MOST = 30;
const MIN_LETTERS = 2;
const MAX_LETTERS = 50;
const LETTER = /\p{L}/u;
const MARKS = /[^\p{L}\p{N}\p{M}_]/gu;
const stream = new WordStream();

/** The hashtags of a text without their sign: as compared (folded) -> as written. Each once, at most 30. */
export function hashtagsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!/[#\uff03]/u.test(text)) return found;
  stream.reset().append(text);
  let at = 0;
  for (let word = 0; word < stream.words && found.size < MOST; word++) {
    while (stream.units[at] === 0) at++;
    const from = at;
    while (stream.units[at] !== 0) at++;
    const isTag = ((stream.breaks[word] as number) & BREAK.hashtag) !== 0;
    if (!isTag || at - from < MIN_LETTERS || at - from > MAX_LETTERS) continue;
    const folded = String.fromCharCode(...stream.units.subarray(from, at));
    if (!LETTER.test(folded) || found.has(folded)) continue;
    const written = text.slice(stream.starts[word], stream.ends[word]).replace(MARKS, '');
    found.set(folded, written.slice(0, MAX_LETTERS));
  }
  return found;
}
