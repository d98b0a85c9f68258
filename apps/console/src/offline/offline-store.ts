import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptRoom } from './kept-room.js';
import type { WaitingTick } from './waiting-tick.js';

interface Offline extends DBSchema {
  rooms: { key: number; value: KeptRoom; indexes: { savedAt: number } };
  ticks: { key: number; value: WaitingTick };
}

const NAME = 'sturmwarte';
/** Rooms visited last; more than these nobody walks through without a connection. */
const MOST_ROOMS = 20;

let opened: Promise<IDBPDatabase<Offline> | null> | null = null;

/** Null where the browser keeps nothing, e.g. in a private window: then nothing is kept, and everything else works. */
function open(): Promise<IDBPDatabase<Offline> | null> {
  opened ??= Promise.resolve()
    .then(() =>
      openDB<Offline>(NAME, 1, {
        upgrade(db) {
          db.createObjectStore('rooms', { keyPath: 'incidentId' }).createIndex(
            'savedAt',
            'savedAt',
          );
          db.createObjectStore('ticks', { keyPath: 'id', autoIncrement: true });
        },
      }),
    )
    .catch(() => null);
  return opened;
}

/** Keeps a room as it stands, in place of how it stood before. */
export async function keepRoom(room: KeptRoom): Promise<void> {
  const db = await open();
  if (db === null) return;
  const tx = db.transaction('rooms', 'readwrite');
  await tx.store.put(room);
  const keys = await tx.store.index('savedAt').getAllKeys();
  await Promise.all(keys.slice(0, -MOST_ROOMS).map((key) => tx.store.delete(key)));
  await tx.done;
}

/** A room as this person saw it last; null when they never did on this device. */
export async function keptRoom(incidentId: number, personId: number): Promise<KeptRoom | null> {
  const room = await (await open())?.get('rooms', incidentId);
  return room?.personId === personId ? room : null;
}

/** Answers the tick with its number. */
export async function keepTick(tick: Omit<WaitingTick, 'id'>): Promise<WaitingTick> {
  const db = await open();
  // Kept for as long as this window is open, where the browser keeps nothing.
  if (db === null) return { ...tick, id: -Date.now() };
  return { ...tick, id: await db.add('ticks', tick as WaitingTick) };
}

/** What this person did without a connection and the server does not know yet, oldest first. */
export async function keptTicks(personId: number): Promise<readonly WaitingTick[]> {
  const all = (await (await open())?.getAll('ticks')) ?? [];
  return all.filter((tick) => tick.personId === personId);
}

export async function dropTick(id: number): Promise<void> {
  await (await open())?.delete('ticks', id);
}

/** Everything of everybody; of the person who stays (`but`) only what waits to be sent is left. */
export async function eraseOffline(but: number | null = null): Promise<void> {
  const db = await open();
  if (db === null) return;
  const tx = db.transaction(['rooms', 'ticks'], 'readwrite');
  await tx.objectStore('rooms').clear();
  const ticks = tx.objectStore('ticks');
  for (const { id, personId } of await ticks.getAll()) {
    if (personId !== but) await ticks.delete(id);
  }
  await tx.done;
}
