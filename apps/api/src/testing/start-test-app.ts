import { readConfig } from '@sturmwarte/config';
import type { Grant } from '@sturmwarte/domain';
import { PersonRepository } from '@sturmwarte/store';
import { testDatabase } from '@sturmwarte/store/testing';
import { pino, type Logger } from 'pino';
import { createApp, type RunningApp } from '../bootstrap/create-app.js';
import { Passwords } from '../people/passwords.js';
import { TestClock } from './test-clock.js';
import { TestVisitor } from './test-visitor.js';

export interface TestApp extends RunningApp {
  readonly clock: TestClock;
  /** For a second server beside it. */
  readonly databaseUrl: string;
  /** A browser nobody has signed in with. */
  visitor(): TestVisitor;
  /** A new person with these grants, signed in. The e-mail address is `<name>@example.org`. */
  signedIn(name: string, grants: readonly Grant[]): Promise<TestVisitor>;
}

export interface TestAppOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly log?: Logger;
  readonly consoleFolder?: string;
  readonly playbookFolder?: string;
}

export const TEST_PASSWORD = 'gulls over the harbour';

/** The whole server on a free port, with a database and a clock of its own. `close` removes the database too. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await testDatabase();
  const clock = new TestClock();
  const config = readConfig({
    PORT: '0',
    SECRET: 'a secret that is used in tests only',
    DATABASE_POOL_MAX: '4',
    ...options.environment,
  });
  const log = options.log ?? pino({ level: 'silent' });
  const { consoleFolder, playbookFolder } = options;
  const app = await createApp({
    ...{ config, databaseUrl: database.url, clock, log },
    ...(consoleFolder === undefined ? {} : { consoleFolder }),
    ...(playbookFolder === undefined ? {} : { playbookFolder }),
  });
  const { port } = app.nest.getHttpServer().address() as { port: number };
  const visitor = (): TestVisitor => new TestVisitor(`http://127.0.0.1:${port}`);
  return {
    ...app,
    clock,
    databaseUrl: database.url,
    visitor,
    async signedIn(name, grants) {
      const email = `${name.toLowerCase()}@example.org`;
      await addPerson(app, { name, email, grants }, clock.now());
      const browser = visitor();
      const { status } = await browser.post('/api/v1/session', { email, password: TEST_PASSWORD });
      if (status !== 201) throw new Error(`${name} could not sign in: ${status}`);
      return browser;
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

let hashed: Promise<string> | undefined;

async function addPerson(
  { db, nest }: RunningApp,
  values: { readonly name: string; readonly email: string; readonly grants: readonly Grant[] },
  now: number,
): Promise<void> {
  hashed ??= nest.get(Passwords).hash(TEST_PASSWORD);
  const passwordHash = await hashed;
  await db.transaction(async (tx) => {
    await new PersonRepository(db).create({ ...values, language: 'en', passwordHash, now }, tx);
  });
}
