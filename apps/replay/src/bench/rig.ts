import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describeServer } from '@sturmwarte/store';
import { startChildServer, type ChildServer } from './child-server.js';
import { parentOf } from './cpu.js';
import { startDatabaseServer, type DatabaseServer } from './database-server.js';
import type { BenchOptions } from './options.js';
import { makeStand, type Stand } from './stand.js';

const API = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));

/** What every measurement needs; whatever it starts is stopped at the end, the last first. */
export class Rig {
  private static readonly running = new Set<Rig>();
  private readonly started: { stop(): Promise<void> }[] = [];
  private readonly loads: number[] = [];
  private stopping: Promise<void> | undefined;

  private constructor(
    readonly options: BenchOptions,
    readonly database: DatabaseServer,
  ) {}

  /** Sets up a database server, measures, and clears everything away. */
  static async with<T>(
    options: BenchOptions,
    work: (rig: Rig) => Promise<T>,
    database: () => Promise<DatabaseServer> = () => startDatabaseServer(options.databaseUrl),
  ): Promise<T> {
    const rig = new Rig(options, await database());
    rig.started.push(rig.database);
    Rig.running.add(rig);
    try {
      return await work(rig);
    } finally {
      await rig.stop();
    }
  }

  /** For somebody who interrupts: nothing of ours goes on running. */
  static async stopAll(): Promise<void> {
    for (const rig of [...Rig.running].reverse()) await rig.stop();
  }

  /** Once, however many ask: what fails because of it must not overtake it. */
  private stop(): Promise<void> {
    this.stopping ??= this.stopStarted();
    return this.stopping;
  }

  private async stopStarted(): Promise<void> {
    for (let one = this.started.pop(); one; one = this.started.pop()) {
      // One that cannot be stopped is no reason to leave the others running.
      await one.stop().catch((error: unknown) => this.options.say(`not stopped: ${String(error)}`));
    }
    Rig.running.delete(this);
  }

  /** A furnished database of its own. */
  async stand(topics = this.options.topics): Promise<Stand> {
    this.options.say(`preparing a database with ${topics} topics`);
    const stand = await makeStand(await this.database.newDatabase(), topics);
    this.started.push({ stop: () => stand.close() });
    return stand;
  }

  /** The real server, as built, on that database. */
  api(stand: Stand, environment: Readonly<Record<string, string>> = {}): Promise<ChildServer> {
    return this.child(API, '/health/live', {
      DATABASE_URL: stand.url,
      SECRET: 'a secret for measurements, nothing more',
      LOG_LEVEL: 'warn',
      ...environment,
    });
  }

  /** Any other program that listens on PORT. */
  async child(
    program: string,
    health: string,
    environment: Readonly<Record<string, string>>,
  ): Promise<ChildServer> {
    const server = await startChildServer(program, health, environment);
    this.started.push(server);
    return server;
  }

  /** Stops with the rest what was started elsewhere. */
  keep(started: { stop(): Promise<void> }): void {
    this.started.push(started);
  }

  /** Process id of the PostgreSQL server behind a stand. */
  async postgresOf({ db }: Stand): Promise<number> {
    return parentOf((await describeServer(db.pool)).backend);
  }

  /** Call at each round: how busy the machine was. */
  noteLoad(): void {
    this.loads.push(loadavg()[0] ?? 0);
  }

  /** What a table must say about its circumstances. */
  async circumstances(stand: Stand, sizes: string): Promise<string> {
    const server = await describeServer(stand.db.pool);
    const load = this.loads.map((one) => one.toFixed(1)).join(' ');
    return [
      `${sizes}; PostgreSQL ${server.version}, fsync ${server.fsync}, synchronous_commit ${server.synchronousCommit};`,
      `Node ${process.version}, ${cpus().length} cores shared by load, server and database; load average ${load}.`,
    ].join(' ');
  }
}
