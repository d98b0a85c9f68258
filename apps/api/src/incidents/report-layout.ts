import { TREND_TURN, windBarb, type Level, type Trend } from '@sturmwarte/domain';
import type { ReportLine, ReportPage, ReportSection } from '@sturmwarte/i18n';

export const MARGIN = 36;
export const PAGE_HEIGHT = 841.89;
const WIDTH = 595.28 - 2 * MARGIN;
const GAP = 14;
const INK = '#000000';
const DIM = '#444444';

type Doc = PDFKit.PDFDocument;
interface Mark {
  readonly level: Level;
  readonly trend: Trend;
}

/** Draws the page, or with `paint` false only measures it. Answers how far down it reaches, foot included. */
export function layOut(
  doc: Doc,
  page: ReportPage,
  mark: Mark,
  scale: number,
  paint: boolean,
): number {
  const pen = new Pen(doc, scale, paint);
  let y = head(pen, page, mark);
  const { sections } = page;
  y = columns(pen, y, [sections.summary]);
  y = columns(pen, y, [sections.facts, sections.assumptions, sections.open]);
  y = columns(pen, y, [sections.doing, sections.said]);
  y = columns(pen, y, [sections.duties, sections.decisions]);
  y = columns(pen, y, [sections.media, sections.team]);
  return foot(pen, y, page);
}

function head(pen: Pen, page: ReportPage, mark: Mark): number {
  let y = MARGIN;
  if (page.unreal !== null) {
    y += pen.write(page.unreal, MARGIN, y, WIDTH, { size: 12, bold: true, align: 'center' }) + 4;
  }
  const half = WIDTH / 2;
  const left = pen.write(`${page.name} · ${page.number}`, MARGIN, y, half, {
    size: 11,
    bold: true,
  });
  pen.write(`${page.confidential} · ${page.asOf}`, MARGIN + half, y, half, {
    size: 10,
    align: 'right',
  });
  y += left + 3;
  pen.rule(y, 1.4);
  y += 10;
  pen.barb(mark, MARGIN, y);
  const besides = MARGIN + 58;
  const level = `${page.level} · ${page.trend}`;
  const wide = WIDTH - 58;
  let beside = y;
  beside += pen.write(level, besides, beside, wide, { size: 17, bold: true });
  beside += pen.write(page.impact, besides, beside, wide, { size: 11 });
  y = Math.max(beside, y + 44) + 4;
  y += pen.write(page.title, MARGIN, y, WIDTH, { size: 18, bold: true }) + 2;
  y += pen.write(page.facts.join(' · '), MARGIN, y, WIDTH, { size: 9, color: DIM }) + 2;
  const { text, loud } = page.next;
  y += pen.write(loud ? `! ${text}` : text, MARGIN, y, WIDTH, { size: 10.5, bold: loud });
  return y + 8;
}

function columns(pen: Pen, y: number, sections: readonly ReportSection[]): number {
  const width = (WIDTH - GAP * (sections.length - 1)) / sections.length;
  pen.rule(y, 0.6);
  const ends = sections.map((section, at) =>
    column(pen, section, MARGIN + at * (width + GAP), y + 5, width),
  );
  return Math.max(...ends) + 7;
}

function column(pen: Pen, section: ReportSection, x: number, top: number, width: number): number {
  let y = top;
  y += pen.write(section.heading, x, y, width, { size: 10.5, bold: true }) + 2;
  if (section.lines.length === 0) {
    y += pen.write(section.none, x, y, width, { size: 9.5, color: DIM });
  }
  for (const line of section.lines) y += item(pen, line, x, y, width);
  if (section.more !== null) y += pen.write(section.more, x, y, width, { size: 9, color: DIM });
  return y;
}

/** A loud line is bold and carries a "!": readable without colour. */
function item(
  pen: Pen,
  { text, detail, loud }: ReportLine,
  x: number,
  y: number,
  width: number,
): number {
  let height = pen.write(loud ? `! ${text}` : text, x, y, width, { size: 9.5, bold: loud });
  if (detail !== null) {
    height += pen.write(detail, x, y + height, width, {
      size: 8.5,
      bold: loud,
      color: loud ? INK : DIM,
    });
  }
  return height + 3;
}

function foot(pen: Pen, y: number, page: ReportPage): number {
  const [proof, check] = page.foot;
  const style = { size: 8, color: DIM } as const;
  const height = pen.measure(proof, WIDTH, style) + pen.measure(check, WIDTH, style) + 8;
  const top = Math.max(y, PAGE_HEIGHT - MARGIN - height);
  pen.rule(top, 0.6);
  const first = pen.write(proof, MARGIN, top + 4, WIDTH, style);
  pen.write(check, MARGIN, top + 4 + first, WIDTH, style);
  return top + height;
}

interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'right' | 'center';
}

/** Writes at a place and says how high that was; measuring only, it leaves the paper white. */
class Pen {
  constructor(
    private readonly doc: Doc,
    private readonly scale: number,
    private readonly paint: boolean,
  ) {}

  measure(text: string, width: number, { size, bold = false }: Style): number {
    this.doc.font(bold ? 'bold' : 'regular').fontSize(size * this.scale);
    return this.doc.heightOfString(text, { width, lineGap: 0.5 });
  }

  write(text: string, x: number, y: number, width: number, style: Style): number {
    const height = this.measure(text, width, style);
    if (this.paint) {
      const { color = INK, align = 'left' } = style;
      // The height keeps a line that ends beyond the margin from opening a second page.
      this.doc
        .fillColor(color)
        .text(text, x, y, { width, height: height + 1, lineGap: 0.5, align });
    }
    return height;
  }

  rule(y: number, weight: number): void {
    if (!this.paint) return;
    this.doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + WIDTH, y)
      .lineWidth(weight)
      .strokeColor(INK)
      .stroke();
  }

  barb({ level, trend }: Mark, x: number, y: number): void {
    if (!this.paint) return;
    const { circle, strokes, pennant } = windBarb(level);
    const { doc } = this;
    doc.save();
    doc.translate(x, y).scale(1.75);
    if (level > 0) doc.rotate(TREND_TURN[trend], { origin: [13, 12] });
    doc.lineWidth(1.8).lineCap('round').lineJoin('round').strokeColor(INK).fillColor(INK);
    doc.circle(circle.x, circle.y, circle.r);
    if (circle.filled) doc.fillAndStroke();
    else doc.stroke();
    if (strokes !== '') doc.path(strokes).stroke();
    if (pennant !== null) doc.path(pennant).fillAndStroke();
    doc.restore();
  }
}
