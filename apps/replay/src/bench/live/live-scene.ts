import { setTimeout as sleep } from 'node:timers/promises';
import { BenchHouse, type Caller } from './bench-house.js';
import { COLLECTING } from './collecting.js';

/** As many sockets one person may have open. */
const SOCKETS_PER_PERSON = 20;
const TOPICS = 8;
const PATIENCE_MS = 30_000;

export interface LiveScene {
  readonly house: BenchHouse;
  /** Sessions for as many consoles as asked for. */
  readonly cookies: readonly string[];
  /** Somebody writes a note on an open alert: one numbered message to everybody. */
  note(): Promise<unknown>;
  /** One mention for each of some topics: their counters move. */
  mention(): Promise<void>;
}

/** A house with people for so many consoles, an open alert, and topics whose counters can move. */
export async function makeLiveScene(consoles: number): Promise<LiveScene> {
  const { house, admin, brandId } = await BenchHouse.open(COLLECTING);
  try {
    const people = await house.people(admin, brandId, Math.ceil(consoles / SOCKETS_PER_PERSON));
    const { token } = await admin.call<{ token: string }>('POST', '/sources', {
      name: 'Bench',
      brandId: null,
    });
    const rule = { id: 'r', negatives: 3, minutes: 10, level: 3 };
    for (let n = 0; n < TOPICS; n++) {
      const topic = { brandId, name: `Topic ${n}`, kind: 'company', query: `probe${n}` };
      await admin.call('POST', '/topics', { ...topic, rules: n === 0 ? [rule] : [] });
    }
    let sent = 0;
    const send = async (texts: readonly string[]): Promise<void> => {
      const mentions = texts.map((text) => ({
        externalId: `m${sent++}`,
        channel: 'forum',
        author: { id: `p${sent}` },
        text,
      }));
      const response = await fetch(`${house.url}/api/v1/mentions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(mentions),
      });
      if (!response.ok) throw new Error(`intake: ${response.status} ${await response.text()}`);
    };
    const angry = 'probe0 ist eine Katastrophe, schrecklich und eine Frechheit, nie wieder!';
    await send([angry, angry, angry]);
    const alertId = await alertOf(admin);
    const writer = people[0] ?? admin;
    let notes = 0;
    return {
      house,
      cookies: people.map(({ cookie }) => cookie),
      note: () => writer.call('POST', `/alerts/${alertId}/notes`, { note: `Note ${notes++}` }),
      mention: () => send(Array.from({ length: TOPICS }, (_, n) => `probe${n}, ein Tag wie jeder`)),
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function alertOf(admin: Caller): Promise<number> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until;) {
    const [alert] = await admin.call<{ id: number }[]>('GET', '/alerts');
    if (alert !== undefined) return alert.id;
    await sleep(100);
  }
  throw new Error('the alert was not raised');
}
