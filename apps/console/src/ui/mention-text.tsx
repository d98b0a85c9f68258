import type { EvidenceSpan } from '@sturmwarte/contracts';
import type { ReactNode } from 'react';

/**
 * A mention as plain text, the words that made it negative marked. Nothing in it is ever read as markup.
 * Spans may overlap or lie outside; what is not within the text is ignored.
 */
export function MentionText({
  text,
  spans,
  lang,
}: {
  text: string;
  spans: readonly EvidenceSpan[];
  lang: string | null;
}) {
  return (
    <span
      dir="auto"
      style={{ whiteSpace: 'pre-wrap', unicodeBidi: 'isolate' }}
      lang={lang ?? undefined}
    >
      {marked(text, spans)}
    </span>
  );
}

function marked(text: string, spans: readonly EvidenceSpan[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  const negative = spans.filter((span) => span.weight < 0).sort((a, b) => a.start - b.start);
  for (const span of negative) {
    const start = Math.max(at, span.start);
    const end = Math.min(text.length, span.end);
    if (end <= start) continue;
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
