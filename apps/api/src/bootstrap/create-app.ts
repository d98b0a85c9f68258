import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createBus, type Bus } from '@sturmwarte/bus';
import { systemClock } from '@sturmwarte/clock';
import type { Config } from '@sturmwarte/config';
import type { Clock } from '@sturmwarte/domain';
import { openDatabase, type Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { AppModule } from '../app.module.js';
import { BUS, DATABASE } from '../common/tokens.js';
import { ownPlaybooks } from '../common/own-playbooks.js';
import { builtConsole } from '../console/console-files.js';
import { fastifyAdapter, prepareHttp } from './http-server.js';
import { makeLog } from './make-log.js';
import { nestLog } from './nest-log.js';
import { SocketAdapter } from './socket-adapter.js';

const SWEEP_MS = 100;

export interface AppOptions {
  readonly config: Config;
  /** The database to use; `config.databaseUrl` may be null (embedded). */
  readonly databaseUrl: string;
  readonly clock?: Clock;
  readonly log?: Logger;
  /** The console's build; by default the one beside this app. */
  readonly consoleFolder?: string;
  /** The playbooks; by default those of the workspace. */
  readonly playbookFolder?: string;
}

export interface RunningApp {
  readonly nest: NestFastifyApplication;
  readonly db: Database;
  readonly bus: Bus;
  /** Where it answers, without a slash at the end: PUBLIC_URL, else the address it listens on. */
  readonly url: string;
  /** Stops accepting, lets features finish, closes the database. Safe to call again. */
  close(): Promise<void>;
}

/**
 * Opens and migrates the database, builds the server and listens (port 0: any free one).
 * @throws DatabaseError, or the error of listening (EADDRINUSE, EACCES)
 */
export async function createApp(options: AppOptions): Promise<RunningApp> {
  const { config, databaseUrl, clock = systemClock, log = makeLog(config) } = options;
  const consoleFolder = options.consoleFolder ?? builtConsole();
  const playbookFolder = options.playbookFolder ?? ownPlaybooks();
  const db = await openDatabase(databaseUrl, {
    poolSize: config.databasePoolMax,
    onFault: (err) => log.warn({ err }, 'database connection lost'),
  });
  const bus = createBus((err) => log.error({ err }, 'bus listener failed'));
  let nest: NestFastifyApplication | undefined;
  try {
    await db.migrate();
    nest = await NestFactory.create<NestFastifyApplication>(
      AppModule.on({ config, db, bus, clock, log, consoleFolder, playbookFolder }),
      fastifyAdapter(config),
      { logger: nestLog(log), abortOnError: false },
    );
    nest.useWebSocketAdapter(new SocketAdapter(nest, config));
    await prepareHttp(nest, config, log);
    await nest.listen(config.port, config.host);
  } catch (error) {
    await nest?.close();
    bus.close();
    await db.close();
    throw error;
  }
  return running(nest, config);
}

function running(nest: NestFastifyApplication, config: Config): RunningApp {
  const db = nest.get<Database>(DATABASE);
  const bus = nest.get<Bus>(BUS);
  let closing: Promise<void> | undefined;
  return {
    nest,
    db,
    bus,
    url: config.publicUrl ?? addressOf(nest),
    close: () =>
      (closing ??= (async () => {
        await closeDoors(nest);
        bus.close();
        await db.close();
      })()),
  };
}

/**
 * A connection whose request was under way is kept alive after its answer, for a next one that will not come: it is
 * closed as soon as it is idle, or it would hold us up until its time-out.
 */
async function closeDoors(nest: NestFastifyApplication): Promise<void> {
  const http: Server = nest.getHttpServer();
  const sweep = setInterval(() => http.closeIdleConnections(), SWEEP_MS);
  try {
    await nest.close();
  } finally {
    clearInterval(sweep);
  }
}

function addressOf(nest: NestFastifyApplication): string {
  const { address, port, family } = nest.getHttpServer().address() as AddressInfo;
  const anywhere = address === '0.0.0.0' || address === '::';
  const host = anywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
