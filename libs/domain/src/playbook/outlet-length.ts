import type { OutletChannel } from './outlet-channel.js';

/** X and Mastodon shorten every address to the same length. */
const SHORTENED_LINK = 23;
const LINK = /https?:\/\/[^\s<>"]+/giu;
/** X also makes links of names without a scheme. Endings people use here; one too many costs a few characters. */
const BARE_LINK =
  /(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}-]+\.)+(?:app|at|ch|co|com|de|eu|info|io|me|net|news|org|shop|tv|uk)(?![\p{L}\p{N}-])(?:\/[^\s<>"]*)?/giu;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** One character each, for every channel: most texts are nothing else, and taking graphemes apart is slow. */
const PLAIN = /^[\n\x20-\x7E\u00A1-\u00AC\u00AE-\u024F\u2010-\u201F]*$/;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/** Characters as the channel counts them. */
export function outletLength(channel: OutletChannel, text: string): number {
  switch (channel) {
    case 'x':
      return lengthOnX(text.normalize('NFC'));
    case 'mastodon': {
      const [rest, links] = takeOut(text, LINK);
      return countGraphemes(rest) + links * SHORTENED_LINK;
    }
    default:
      return countGraphemes(text);
  }
}

function lengthOnX(text: string): number {
  const [withoutLinks, links] = takeOut(text, LINK);
  const [rest, bareLinks] = takeOut(withoutLinks, BARE_LINK);
  let length = (links + bareLinks) * SHORTENED_LINK;
  if (PLAIN.test(rest)) return length + rest.length;
  for (const { segment } of graphemes.segment(rest)) {
    // An emoji counts two, however many code points it is joined of.
    if (isEmoji(segment)) length += 2;
    else for (const character of segment) length += weightOnX(character.codePointAt(0) ?? 0);
  }
  return length;
}

/** One for Latin, Greek, Cyrillic, Arabic and their neighbours and for common punctuation; two for the rest. */
function weightOnX(code: number): 1 | 2 {
  const light =
    code <= 4351 ||
    (code >= 8192 && code <= 8205) ||
    (code >= 8208 && code <= 8223) ||
    (code >= 8242 && code <= 8247);
  return light ? 1 : 2;
}

function isEmoji(grapheme: string): boolean {
  // ©, ® and ™ are pictographs by the standard and letters on X, unless asked for as pictures.
  return EMOJI.test(grapheme) && !/^[\u00A9\u00AE\u2122]$/u.test(grapheme);
}

function takeOut(text: string, links: RegExp): [rest: string, count: number] {
  let count = 0;
  const rest = text.replace(links, (link) => {
    count++;
    return /[.,;:!?)]$/.exec(link)?.[0] ?? '';
  });
  return [rest, count];
}

function countGraphemes(text: string): number {
  return PLAIN.test(text) ? text.length : [...graphemes.segment(text)].length;
}
