import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandAnswer, ExitMade, IncidentView } from '@sturmwarte/contracts';
import type { IncidentScene } from '../incident/incident-scene.js';
import type { Caller } from '../live/bench-house.js';
import type { NewsroomServer } from './newsroom-server.js';

const PAUSE_MS = 60;
const WARM = 10;
const PER_INCIDENT = 20;
const PATIENCE_MS = 30_000;

export interface PublicationTimes {
  readonly approved: number[];
  readonly prepared: number[];
  /** From sending the order to publish to the whole request at the newsroom. */
  readonly handedOver: number[];
  /** From the click on "approve", the order to publish following its answer. */
  readonly fromApproval: number[];
}

/** Statements one after the other: written by one person, approved and published by another. */
export async function publicationTurn(
  scene: IncidentScene,
  lead: Caller,
  newsroom: NewsroomServer,
  count: number,
): Promise<PublicationTimes> {
  const author = scene.person(0);
  const { brandId } = scene;
  const { exit } = await lead.call<ExitMade>('POST', `/brands/${brandId}/exits`, {
    ...{ kind: 'webhook', name: 'Newsroom', channels: ['website'] },
    settings: { url: newsroom.url, privateNetwork: true },
  });
  const times: PublicationTimes = { approved: [], prepared: [], handedOver: [], fromApproval: [] };
  let incident: IncidentView | null = null;
  for (let n = -WARM; n < count; n++) {
    if (incident === null || n % PER_INCIDENT === 0)
      incident = await scene.openIncident(`Run ${n}`);
    const { id } = incident;
    const ask = (by: Caller, order: object): Promise<CommandAnswer> =>
      by.call('POST', `/incidents/${id}/commands`, { seen: 1_000_000, order });
    const { entries } = await ask(author, {
      ...{ type: 'draft-statement', title: `Statement ${n}`, purpose: 'statement' },
      variants: [{ channel: 'website', language: 'de', text: textOf(n) }],
    });
    const written = entries.find(({ event }) => event.type === 'variant-written')?.event;
    if (written?.type !== 'variant-written') throw new Error('nothing was written');
    const { statement, channel, language, hash } = written;
    const bound = { channel, language, hash };
    await ask(author, { type: 'ask-approval', statement, variants: [bound] });
    await sleep(PAUSE_MS * (0.5 + Math.random()));

    const clicked = performance.now();
    await ask(lead, { type: 'approve-wording', statement, variants: [bound], role: 'pr' });
    const approved = performance.now();
    const order = { type: 'prepare-publication', statement, ...bound, exit: exit.id };
    await ask(lead, order);
    const prepared = performance.now();
    const arrived = await inTime(newsroom.arrival(hash));
    if (n < 0) continue;
    times.approved.push(approved - clicked);
    times.prepared.push(prepared - approved);
    times.handedOver.push(arrived - approved);
    times.fromApproval.push(arrived - clicked);
  }
  if (newsroom.count !== count + WARM) {
    throw new Error(`${newsroom.count} arrived instead of ${count + WARM}`);
  }
  return times;
}

/** About as long as what a company says on its website. */
function textOf(n: number): string {
  const lines = Array.from({ length: 12 }, (_, line) => `Absatz ${line} der Stellungnahme ${n}.`);
  return `Wir rufen die Akkus der Charge ${n} zurück.\n\n${lines.join(' Wir prüfen jedes Gerät. ')}`;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = sleep(PATIENCE_MS, null, { ref: false }).then(() => {
    throw new Error('a statement never arrived');
  });
  return Promise.race([work, late]);
}
