import { inflateSync } from 'node:zlib';

export interface PdfRead {
  readonly pages: number;
  /** Everything written on them, in the order of writing; a blank between two pieces. */
  readonly text: string;
}

/** Reads back what our own PDFs say: embedded fonts with a map to Unicode, streams deflated. */
export function readPdf(file: Buffer): PdfRead {
  const raw = file.toString('latin1');
  if (!raw.startsWith('%PDF-')) throw new Error('not a PDF');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    objects.set(id, body);
  }
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (map !== undefined) fonts.set(name, glyphsOf(streamOf(objects.get(map) ?? '')));
    }
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  const written = pages.map((page) => {
    const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
    return wordsOf(streamOf(objects.get(contents) ?? ''), fonts);
  });
  return { pages: pages.length, text: written.join('\n') };
}

function streamOf(body: string): string {
  const start = body.indexOf('stream\n');
  const end = body.lastIndexOf('\nendstream');
  if (start < 0 || end < 0) return '';
  const bytes = Buffer.from(body.slice(start + 'stream\n'.length, end), 'latin1');
  return body.includes('/FlateDecode')
    ? inflateSync(bytes).toString('latin1')
    : bytes.toString('latin1');
}

/** From a glyph's number (four hex digits) to its characters. */
function glyphsOf(map: string): ReadonlyMap<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, first = '', list = ''] of map.matchAll(
    /<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/gi,
  )) {
    let glyph = parseInt(first, 16);
    for (const [, codes = ''] of list.matchAll(/<([0-9a-f ]*)>/gi)) {
      const units = codes.replaceAll(' ', '').match(/.{4}/g) ?? [];
      const text = String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
      glyphs.set(glyph.toString(16).padStart(4, '0'), text);
      glyph += 1;
    }
  }
  return glyphs;
}

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const pieces: string[] = [];
  let font: ReadonlyMap<string, string> = new Map();
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    if (shown === undefined) continue;
    const codes = [...shown.matchAll(/<([0-9a-f]+)>/gi)].map((match) => match[1] ?? '').join('');
    pieces.push((codes.match(/.{4}/g) ?? []).map((code) => font.get(code) ?? '?').join(''));
  }
  return pieces.join(' ').replace(/\s+/g, ' ');
}
