import { createServer } from 'node:net';

/** Fails like listening would, before the long way through the database. Port 0 is always free. */
export async function probePort(port: number, host: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}
