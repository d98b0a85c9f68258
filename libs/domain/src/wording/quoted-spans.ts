export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Closing marks by opening mark. Single ones are left out: they are apostrophes more often. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  '„': '“”"',
  '“': '”',
  '"': '"',
  '«': '»',
  '»': '«',
};

/** What stands between quotation marks, the marks left out. A paragraph's end closes nothing and ends the search. */
export function quotedSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let opened: { readonly start: number; readonly closedBy: string } | null = null;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === '\n' && /[\r\n]/.test(text[at + 1] ?? '')) opened = null;
    else if (opened?.closedBy.includes(sign)) {
      spans.push({ start: opened.start, end: at });
      opened = null;
    } else if (!opened && CLOSED_BY[sign] !== undefined) {
      opened = { start: at + 1, closedBy: CLOSED_BY[sign] };
    }
  }
  return spans;
}
