import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { DatabaseError } from './database-error.js';
import { ENTITIES } from './entities.js';
import { explainConnectFailure } from './explain-connect-failure.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';
import { Tx } from './tx.js';

export interface DatabaseOptions {
  /** Connections of each of the two large pools. */
  readonly poolSize?: number;
  /** An idle connection broke (server restart, network): the pool replaces it, somebody should know. */
  readonly onFault?: (error: Error) => void;
}

export interface Database {
  /** TypeORM: everything but the mention path. */
  readonly dataSource: DataSource;
  /** Plain connections for the mention path: COPY and hand-written SQL. */
  readonly pool: InstanceType<typeof Pool>;
  /** A few plain connections that stay open, for what must not wait behind anything: alerts. */
  readonly reserved: InstanceType<typeof Pool>;
  /** Brings the schema up to date; safe when several servers start at once. */
  migrate(): Promise<void>;
  /** Has every migration run? */
  isMigrated(): Promise<boolean>;
  /** Read committed; commits when `work` returns, rolls back when it throws. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Does the database answer? Throws when it does not within the time. */
  ping(timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

/** The oldest PostgreSQL whose SQL we speak. */
const OLDEST_MAJOR = 15;
const CONNECT_TIMEOUT_MS = 10_000;
const DEFAULT_POOL_SIZE = 10;
/** One for the alert that is on its way, one for the next. */
const RESERVED = 2;

/**
 * Opens a PostgreSQL database and checks that it can be used; changes nothing in it.
 * @throws DatabaseError
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const poolSize = options.poolSize ?? DEFAULT_POOL_SIZE;
  const onFault = options.onFault ?? (() => undefined);
  await checkServer(url);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    synchronize: false,
    poolSize,
    applicationName: 'sturmwarte',
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    poolErrorHandler: onFault,
  });
  const pool = plainPool(url, 'sturmwarte-mentions', { max: poolSize }, onFault);
  const reserved = plainPool(url, 'sturmwarte-alerts', { max: RESERVED, min: RESERVED }, onFault);
  await dataSource.initialize();
  return {
    dataSource,
    pool,
    reserved,
    migrate: () => migrate(url, dataSource),
    isMigrated: async () => !(await dataSource.showMigrations()),
    transaction: (work) => dataSource.transaction((manager) => work(new Tx(manager))),
    ping: (timeoutMs) => ping(dataSource, timeoutMs),
    async close() {
      await Promise.all([pool.end(), reserved.end(), dataSource.destroy()]);
    },
  };
}

function plainPool(
  url: string,
  name: string,
  size: { readonly max: number; readonly min?: number },
  onFault: (error: Error) => void,
): InstanceType<typeof Pool> {
  const pool = new Pool({
    ...size,
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  pool.on('error', onFault);
  // A connection that breaks while it is lent out, between two statements, tells nobody but its own listeners: without
  // one the process would end. Whoever holds it hears of it with the next statement.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function checkServer(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on('error', () => undefined); // the statement under way rejects
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    const major = Math.floor(Number(rows[0]?.version ?? 0) / 10_000);
    if (major < OLDEST_MAJOR) {
      throw new DatabaseError('too-old', { found: major, needed: OLDEST_MAJOR });
    }
  } catch (error) {
    throw explainConnectFailure(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ping(dataSource: DataSource, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([dataSource.query('select 1'), late]);
  } finally {
    clearTimeout(timer);
  }
}
