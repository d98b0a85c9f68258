const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
const CONTROLS =
  // eslint-disable-next-line no-control-regex -- removing control characters is the purpose
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g;
const INVISIBLE = /[\u00ad\u180e\u200b\u200c\u2060-\u2064\ufeff]/g;
const JOINER =
  /(?<!\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/**
 * Makes text from outside safe to store and show: no control or bidi characters, no lone surrogates, no
 * invisible characters (except the joiner inside emoji), tabs as spaces, line ends as \n, NFC, at most
 * `max` code points. Markup is not touched: it stays the plain text it is. Never throws.
 */
export function cleanText(raw: string, max: number): string {
  // Cutting first bounds the work; normalising may only shorten (NFC), so the bound still holds after it.
  const bounded = raw.length > max * 2 + 64 ? raw.slice(0, max * 2 + 64) : raw;
  const cleaned = bounded
    .replace(LONE_SURROGATE, '')
    .replace(BREAKS, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(JOINER, '')
    .normalize('NFC');
  return cutToCodePoints(cleaned, max);
}

function cutToCodePoints(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (let points = 0; points < max && end < text.length; points++) {
    const code = text.charCodeAt(end);
    end += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
  }
  return text.slice(0, end);
}
