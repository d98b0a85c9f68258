import { readConfig } from '@sturmwarte/config';
import type { Role } from '@sturmwarte/domain';
import { ExitRepository, PersonRepository } from '@sturmwarte/store';
import type { TestDatabase } from '@sturmwarte/store/testing';
import { pino } from 'pino';
import { createApp, type RunningApp } from '../bootstrap/create-app.js';
import { Passwords } from '../people/passwords.js';
import { TEST_PASSWORD } from './start-test-app.js';
import { TestClock } from './test-clock.js';
import { TestVisitor } from './test-visitor.js';

export const CREW_ROLES: Readonly<Record<string, readonly Role[]>> = {
  Lea: ['lead'],
  Paul: ['pr'],
  Pia: ['pr', 'lead'],
  Mia: ['community'],
  Rolf: ['legal'],
  Rita: ['legal'],
  Gabi: ['board'],
  Adam: ['admin'],
};

/** The same people on two servers: whoever signed in at one is known at the other. */
export class Crew {
  private servers: RunningApp[] = [];
  private readonly sessions = new Map<string, { cookie: string; csrf: string }>();
  readonly ids = new Map<string, number>();
  readonly clock = new TestClock();
  brandId = 0;
  exitId = 0;

  constructor(private readonly database: TestDatabase) {}

  get db() {
    return this.server(0).db;
  }

  server(index: number): RunningApp {
    return this.servers[index % this.servers.length] as RunningApp;
  }

  async open(): Promise<void> {
    this.servers = [await this.start(), await this.start()];
    const { db, nest } = this.server(0);
    const { rows } = await db.pool.query<{ id: number }>(
      `insert into brand (name) values ('Nordlicht') returning id`,
    );
    const { brandId } = Object.assign(this, { brandId: rows[0]?.id ?? 0 });
    const passwordHash = await nest.get(Passwords).hash(TEST_PASSWORD);
    for (const [name, roles] of Object.entries(CREW_ROLES)) {
      const email = `${name.toLowerCase()}@example.org`;
      const grants = roles.map((role) => ({ role, brandId }));
      const values = { name, email, language: 'en', passwordHash, now: this.clock.now(), grants };
      await db.transaction(async (tx) => {
        const { id } = await new PersonRepository(db).create({ ...values, language: 'en' }, tx);
        this.ids.set(name, id);
      });
      const browser = new TestVisitor(this.url(0));
      await browser.post('/api/v1/session', { email, password: TEST_PASSWORD });
      const { cookie, csrf } = browser;
      if (cookie === null || csrf === null) throw new Error(`${name} could not sign in`);
      this.sessions.set(name, { cookie, csrf });
    }
    const settings = { kind: 'sandbox', settings: null, secrets: null, active: true } as const;
    await db.transaction(async (tx) => {
      const values = { brandId, name: 'Sandkasten', channels: ['website' as const], ...settings };
      this.exitId = (await new ExitRepository(db).create(values, tx)).id;
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.close()));
    await this.database.drop();
  }

  /** One of the two goes down while the other works on, and comes back. */
  async restart(): Promise<void> {
    const [stays, leaves] = this.servers as [RunningApp, RunningApp];
    await leaves.close();
    this.servers = [stays, await this.start()];
  }

  browser(name: string, server: number): TestVisitor {
    return Object.assign(new TestVisitor(this.url(server)), this.sessions.get(name));
  }

  private url(server: number): string {
    const { port } = this.server(server).nest.getHttpServer().address() as { port: number };
    return `http://127.0.0.1:${port}`;
  }

  private start(): Promise<RunningApp> {
    const config = readConfig({
      ...{ PORT: '0', SECRET: 'a secret that is used in tests only', DATABASE_POOL_MAX: '6' },
      PROOF_MAX_AGE_MS: '3600000',
    });
    const { clock } = this;
    const log = pino({ level: 'silent' });
    return createApp({ config, databaseUrl: this.database.url, clock, log });
  }
}
