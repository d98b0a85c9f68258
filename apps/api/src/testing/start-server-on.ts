import { readConfig } from '@sturmwarte/config';
import type { Clock } from '@sturmwarte/domain';
import { pino } from 'pino';
import { createApp, type RunningApp } from '../bootstrap/create-app.js';
import { watchSettled } from './a-watched-topic.js';

/** One of several servers, one after the other, on the same database. Returns when its watch has read the record. */
export async function startServerOn(databaseUrl: string, clock: Clock): Promise<RunningApp> {
  const settings = { PORT: '0', SECRET: 'a secret that is used in tests only' };
  const config = readConfig({ ...settings, DATABASE_POOL_MAX: '4' });
  const server = await createApp({ config, databaseUrl, clock, log: pino({ level: 'silent' }) });
  await watchSettled(server);
  return server;
}
