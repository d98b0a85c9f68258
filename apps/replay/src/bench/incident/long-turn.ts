import type { IncidentDetail } from '@sturmwarte/contracts';
import type { JournalEntry } from '@sturmwarte/domain';
import type { IncidentScene } from './incident-scene.js';

const PAGE = 200;
const WARM = 5;

export interface LongTurn {
  /** Per time the room is opened: ms to the whole answer, parsed. */
  readonly opened: readonly number[];
  readonly bytes: number;
  /** Per page of 200 older entries, from the end to the beginning. */
  readonly pages: readonly number[];
}

/** What a long journal costs who opens its room and reads it from the end to the beginning. */
export async function longTurn(
  scene: IncidentScene,
  incidentId: number,
  opens: number,
): Promise<LongTurn> {
  const { cookie } = scene.person(1);
  const read = async (path: string): Promise<{ text: string; parsed: unknown; ms: number }> => {
    const from = performance.now();
    const address = `${scene.house.url}/api/v1/incidents/${incidentId}${path}`;
    const answer = await fetch(address, { headers: { cookie } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    const parsed: unknown = JSON.parse(text);
    return { text, parsed, ms: performance.now() - from };
  };
  const opened: number[] = [];
  let bytes = 0;
  let oldest = 1;
  for (let n = -WARM; n < opens; n++) {
    const { text, parsed, ms } = await read('');
    bytes = Buffer.byteLength(text);
    oldest = (parsed as IncidentDetail).entries[0]?.seq ?? 1;
    if (n >= 0) opened.push(ms);
  }
  const pages: number[] = [];
  while (oldest > 1) {
    const { parsed, ms } = await read(`/entries?before=${oldest}&limit=${PAGE}`);
    const entries = parsed as readonly JournalEntry[];
    if (entries.at(-1)?.seq !== oldest - 1) throw new Error(`no entry before ${oldest}`);
    oldest = entries[0]?.seq ?? 1;
    pages.push(ms);
  }
  return { opened, bytes, pages };
}
