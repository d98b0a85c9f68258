import type { Bus } from '@sturmwarte/bus';
import { HOUSE_STREAM } from '@sturmwarte/contracts';
import { appendLive, type Database, type Tx } from '@sturmwarte/store';

/** A change to the house's words and its live message in one transaction; then every console is told. */
export async function announceWordings<T>(
  db: Database,
  bus: Bus,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { done, message } = await db.transaction(async (tx) => ({
    done: await work(tx),
    message: await appendLive(tx, HOUSE_STREAM, { type: 'wordings' }),
  }));
  bus.publish('live.appended', { messages: [message] });
  return done;
}
