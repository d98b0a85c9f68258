import { plannedPeakOf, type PlannedPeak } from '@sturmwarte/detect';
import { readFile } from 'node:fs/promises';

const HEADER = 'topic,from,until,multiple';

/** Planned peaks of a table, by topic. Throws an Error that names the line which cannot be read. */
export async function readPeaks(file: string): Promise<(topic: string) => readonly PlannedPeak[]> {
  const [header, ...lines] = (await readFile(file, 'utf8')).split(/\r?\n/);
  if (header?.trim() !== HEADER) throw new Error(`${file}: the first line must be ${HEADER}`);
  const known = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const read = peakOfLine(line);
    if (read === null) throw new Error(`${file}:${index + 2}: cannot read "${line}"`);
    return [read];
  });
  return (topic) =>
    known.filter((one) => one.topic === '' || one.topic === topic).map(({ peak }) => peak);
}

function peakOfLine(line: string): { readonly topic: string; readonly peak: PlannedPeak } | null {
  const [topic, from, until, text = '', ...more] = line.split(',').map((part) => part.trim());
  if (topic === undefined || from === undefined || until === undefined || more.length > 0)
    return null;
  const multiple = text === '' ? null : Number(text);
  const isInOrder = Date.parse(from) < Date.parse(until);
  if (!isInOrder || (multiple !== null && !(multiple > 1))) return null;
  return { topic, peak: plannedPeakOf({ from, until, multiple }) };
}
