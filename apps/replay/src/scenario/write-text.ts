import type { Random } from './random.js';

/** Words by which mentions are found and judged: no finger slips there. */
const KEPT = /^[@#]|nordl|südw|akku|batter|harmsd|^.{0,3}$/i;

/** Chooses among `[one|other]` and fills `{slot}`. Throws RangeError for an unknown slot. */
export function writeText(
  pattern: string,
  slots: Readonly<Record<string, readonly string[]>>,
  random: Random,
): string {
  const chosen = pattern.replace(/\[([^\][]*)\]/g, (_, options: string) =>
    random.pick(options.split('|')),
  );
  const filled = chosen.replace(/\{(\w+)\}/g, (_, name: string) => {
    const words = slots[name];
    if (words === undefined) throw new RangeError(`unknown slot ${name} in: ${pattern}`);
    return random.pick(words);
  });
  return filled.replace(/ {2,}/g, ' ').trim();
}

/** Two neighbouring letters swapped, one doubled or one lost, in one longer word. */
export function slip(text: string, random: Random): string {
  const words = text.split(' ');
  const places = words.flatMap((word, index) =>
    /^\p{L}{5,}$/u.test(word) && !KEPT.test(word) ? index : [],
  );
  if (places.length === 0) return text;
  const place = random.pick(places);
  const word = words[place] as string;
  const at = 1 + random.below(word.length - 3);
  const [before, one, two, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const slips = [
    `${before}${two}${one}${after}`,
    `${before}${one}${one}${two}${after}`,
    `${before}${two}${after}`,
  ];
  words[place] = random.pick(slips);
  return words.join(' ');
}
