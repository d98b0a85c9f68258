import { request } from 'node:http';

/** A sender whose stream never ends: in the middle of a line it falls silent. @returns hangs up */
export async function endlessSender(url: string, token: string): Promise<() => void> {
  const send = request(`${url}/api/v1/mentions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
  });
  send.on('error', () => undefined); // the server hangs up first
  await new Promise<void>((resolve) => send.write('{"externalId":"', () => resolve()));
  return () => send.destroy();
}
