import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionView, SourceView, TopicView } from '@sturmwarte/contracts';
import type { PlainRule } from '@sturmwarte/domain';
import { openDatabase, type Database } from '@sturmwarte/store';
import { Caller } from './caller.js';
import { databaseProcesses, serverProcesses, signalAll } from './processes.js';
import { ServerProcess } from './server-process.js';
import { mountSmallDisk, unmount } from './small-disk.js';

/** Five negative mentions within an hour raise an alert. */
export const STORM_NEGATIVES = 5;
const RULE: PlainRule = { id: 'many', negatives: STORM_NEGATIVES, minutes: 60, level: 3 };

/** Of everything that is sent. */
export const RETENTION_DAYS = 7;

export interface HouseOptions {
  /** Its data lies on a disk of this many megabytes; null: wherever there is room. */
  readonly diskMb: number | null;
  /** Its clock can be bent. */
  readonly bendable: boolean;
}

/** A house of its own in a scratch folder: server, embedded database, one person, one brand. */
export class House {
  readonly server: ServerProcess;
  readonly person: Caller;
  brandId = 0;
  sourceId = 0;
  token = '';
  rounds = 0;

  private constructor(
    readonly folder: string,
    readonly options: HouseOptions,
  ) {
    const { clockFile, dataDir } = this;
    const logFile = join(folder, 'server.log');
    this.server = new ServerProcess({ dataDir, logFile, clockFile });
    this.person = new Caller(() => this.server.url);
  }

  static async found(options: HouseOptions): Promise<House> {
    const house = new House(await mkdtemp(join(tmpdir(), 'sturmwarte-chaos-')), options);
    try {
      await mkdir(house.dataDir);
      if (options.diskMb !== null) await mountSmallDisk(house.dataDir, options.diskMb);
      if (house.clockFile !== null) await writeFile(house.clockFile, '0');
      await house.server.start();
      await house.moveIn();
      return house;
    } catch (error) {
      await house.remove();
      throw error;
    }
  }

  get dataDir(): string {
    return join(this.folder, 'data');
  }

  get clockFile(): string | null {
    return this.options.bendable ? join(this.folder, 'clock-offset') : null;
  }

  /** The clock of the server is wrong by so much from now on. */
  async bendClock(offsetMs: number): Promise<void> {
    if (this.clockFile === null) throw new Error('the clock of this house cannot be bent');
    await writeFile(this.clockFile, String(offsetMs));
    this.server.signal('SIGUSR2');
  }

  async watchTopic(name: string): Promise<TopicView> {
    const topic = { brandId: this.brandId, name, kind: 'company', query: name, rules: [RULE] };
    return this.person.done<TopicView>('POST', '/topics', topic);
  }

  /** The record, past the server. */
  async open(): Promise<Database> {
    const secret = await readFile(join(this.dataDir, 'postgres/secret.json'), 'utf8');
    const { password, port } = JSON.parse(secret) as { password: string; port: number };
    const url = `postgres://sturmwarte:${password}@127.0.0.1:${port}/sturmwarte`;
    return openDatabase(url, { poolSize: 2 });
  }

  /** Ends whatever still runs here; keeps the files. @returns what had to be ended by force */
  async abandon(): Promise<number[]> {
    if (this.server.running) await this.server.kill();
    const left = [
      ...(await serverProcesses(this.dataDir)),
      ...(await databaseProcesses(this.dataDir)),
    ];
    signalAll(left, 'SIGKILL');
    return left;
  }

  async remove(): Promise<void> {
    await this.abandon();
    if (this.options.diskMb !== null) await unmount(this.dataDir);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  private async moveIn(): Promise<void> {
    const token = await this.server.hear(/\/setup#([\w-]{43})/);
    const me = { name: 'Ada', email: 'ada@example.org', language: 'en' };
    const password = 'gulls over the harbour';
    const { person } = this;
    await person.done<SessionView>('POST', '/setup', { token, ...me, password, brand: 'Nordhaus' });
    const [brand] = await person.done<{ id: number }[]>('GET', '/brands');
    this.brandId = brand?.id ?? 0;
    const made = await person.done<{ source: SourceView; token: string }>('POST', '/sources', {
      name: 'chaos',
      brandId: null,
      retentionDays: RETENTION_DAYS,
    });
    this.sourceId = made.source.id;
    this.token = made.token;
  }
}
