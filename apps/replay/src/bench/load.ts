import { Agent, request } from 'node:http';
import type { IntakeReceipt } from '@sturmwarte/contracts';

export interface LoadReport {
  readonly seconds: number;
  readonly stored: number;
  readonly refused: number;
  /** Milliseconds from sending a request to its acknowledgement, ascending. */
  readonly acks: readonly number[];
}

/** Closed loop: every connection sends its next body as soon as the last one is acknowledged. */
export async function sendAll(
  url: string,
  token: string,
  bodies: readonly Buffer[],
  connections: number,
): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const acks: number[] = [];
  let stored = 0;
  let refused = 0;
  let next = 0;
  const sender = async (): Promise<void> => {
    while (next < bodies.length) {
      const body = bodies[next++] as Buffer;
      const sent = performance.now();
      const answer = await post(agent, `${url}/api/v1/mentions`, token, body);
      acks.push(performance.now() - sent);
      if (answer.status === 200) stored += (JSON.parse(answer.body) as IntakeReceipt).stored;
      else refused++;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, sender));
  const seconds = (performance.now() - started) / 1_000;
  agent.destroy();
  return { seconds, stored, refused, acks: acks.sort((a, b) => a - b) };
}

function post(
  agent: Agent,
  url: string,
  token: string,
  body: Buffer,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': body.length,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', reject);
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}
