const TOKEN = /[\p{L}\p{N}_]+(?:['’-][\p{L}\p{N}_]+)*|\s+|[^\p{L}\p{N}\s_]/gu;

/** A text in pieces: words, runs of space, single marks. Joined again they are the text, character by character. */
export function wordsOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}
