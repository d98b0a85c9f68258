import type { IntakeReceipt } from '@sturmwarte/contracts';

let sent = 0;

export interface Sending {
  readonly url: string;
  readonly token: string;
  readonly count: number;
  readonly text: string;
  readonly atMs: number;
  readonly channel?: string;
  /** All of one author. */
  readonly author?: string;
}

/** Sends as many different mentions, each of an author of its own unless one is named, through the real intake. */
export async function sendMentions(sending: Sending): Promise<IntakeReceipt> {
  const { url, token, count, text, atMs, channel = 'x', author: loud } = sending;
  const observedAt = new Date(atMs).toISOString();
  const items = Array.from({ length: count }, () => {
    sent++;
    const author = { id: loud ?? `author ${sent}` };
    return { externalId: `m${sent}`, text: `${text} ${sent}`, channel, observedAt, author };
  });
  const response = await fetch(`${url}/api/v1/mentions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(items),
  });
  if (response.status !== 200) throw new Error(`refused: ${await response.text()}`);
  return (await response.json()) as IntakeReceipt;
}
