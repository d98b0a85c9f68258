import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { EventEmitter } from 'node:events';
import type { Contestant } from './contestant.js';
import { Ear } from './ear.js';
import { NODE_RED } from './install-node-red.js';
import { NODE_RED_PATHS, nodeRedFlow, nodeRedSettings } from './node-red-flow.js';
import type { Peers } from './peers-folder.js';
import { answersOk, freePort, Program } from './program.js';
import { THRESHOLD } from './threshold.js';
import { workerOf } from './upkeep.js';

interface WebSocketClient extends EventEmitter {
  terminate(): void;
}

/** A flow that counts in memory and stores nothing. */
export async function startNodeRed(
  { program: file, manifest }: NonNullable<Peers['nodeRed']>,
  scratch: string,
): Promise<Contestant> {
  const folder = await mkdtemp(join(scratch, 'node-red-'));
  const address = `127.0.0.1:${await freePort()}`;
  const port = Number(address.split(':')[1]);
  await writeFile(join(folder, 'settings.js'), nodeRedSettings(port));
  await writeFile(join(folder, 'flows.json'), nodeRedFlow(THRESHOLD.negatives, THRESHOLD.minutes));
  const intake = { url: `http://${address}${NODE_RED_PATHS.intake}`, headers: {} };
  const headers = { 'content-type': 'application/json' };
  const program = await Program.start(
    'Node-RED',
    [process.execPath, file, '--userDir', folder, '--settings', join(folder, 'settings.js')],
    join(folder, 'node-red.log'),
    () => answersOk(intake.url, { method: 'POST', headers, body: '[]' }),
  );
  try {
    const ear = new Ear();
    const socket = await listen(manifest, `ws://${address}${NODE_RED_PATHS.alerts}`, ear);
    return {
      name: `Node-RED ${NODE_RED} flow, websocket`,
      keeps: 'nothing',
      durable: false,
      ...{ intake, ear, workers: [workerOf('Node-RED', program.pid)] },
      async stop() {
        socket.terminate();
        await program.stop();
      },
    };
  } catch (error) {
    await program.stop();
    throw error;
  }
}

/** Node 20 has no websocket of its own: the one that Node-RED brings is taken. */
async function listen(manifest: string, url: string, ear: Ear): Promise<WebSocketClient> {
  const Client = createRequire(manifest)('ws') as new (url: string) => WebSocketClient;
  const socket = new Client(url);
  await once(socket, 'open');
  socket.on('message', (message: Buffer) => {
    ear.hear((JSON.parse(message.toString()) as { topic: number }).topic);
  });
  // Alerts that never come are noticed where they are waited for.
  socket.on('error', () => undefined);
  return socket;
}
