import { createRequire } from 'node:module';
import type { Level, Trend } from '@sturmwarte/domain';
import type { ReportPage, TextLanguage } from '@sturmwarte/i18n';
import PDFDocument from 'pdfkit';
import { inGlyphs } from './in-glyphs.js';
import { layOut, MARGIN, PAGE_HEIGHT } from './report-layout.js';

const fromHere = createRequire(import.meta.url);
const fontFile = (weight: string): string =>
  fromHere.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`);
/** Below this nobody can read it. */
const SMALLEST = 0.6;

export interface ReportMark {
  readonly level: Level;
  readonly trend: Trend;
  readonly nowMs: number;
  readonly language: TextLanguage;
  /** What a box in place of a character means. */
  readonly substitute: string;
}

/** One page, A4, black on white. What would not fit is set a little smaller, until it does. */
export async function drawReport(page: ReportPage, mark: ReportMark): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: mark.language,
    displayTitle: true,
    info: {
      Title: `${page.name} ${page.number}: ${page.title}`,
      Author: 'Sturmwarte',
      CreationDate: new Date(mark.nowMs),
    },
  });
  doc.registerFont('regular', fontFile('400Regular'));
  doc.registerFont('bold', fontFile('600SemiBold'));
  const parts: Buffer[] = [];
  const written = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  const shown = inGlyphs(page, knownBy(doc), mark.substitute);
  let scale = 1;
  const ends = (): number => layOut(doc, shown, mark, scale, false);
  while (scale > SMALLEST && ends() > PAGE_HEIGHT - MARGIN + 0.01) scale -= 0.05;
  layOut(doc, shown, mark, scale, true);
  doc.end();
  return written;
}

/** Which characters the chosen font can draw. The writer keeps its font to itself: asked here, and nowhere else. */
function knownBy(doc: PDFKit.PDFDocument): (codePoint: number) => boolean {
  doc.font('regular');
  const { _font: held } = doc as unknown as {
    readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  };
  return (codePoint) => held.font.hasGlyphForCodePoint(codePoint);
}
