import type { EntriesAlong, IncidentDetail, LiveMessage } from '@sturmwarte/contracts';
import { evolveIncident, type Incident, type JournalEntry } from '@sturmwarte/domain';
import { WebSocket } from 'ws';
import type { Caller } from '../live/bench-house.js';

const MESSAGE = '42/live,["message",';
const ALONG = '42/live,["entries",';
const RESUMED = '43/live,0';
const PATIENCE_MS = 30_000;

/**
 * A console with one room open, without its screen: when the wire says that the journal grew it fetches the entries
 * after its own and folds them into the state, one request at a time.
 */
export class RoomFollower {
  /** When each entry was in the state, by `performance.now()`. */
  private readonly seenAt = new Map<number, number>();
  private readonly waiting = new Map<number, (at: number) => void>();
  private wanted = 0;
  private reading = false;
  private failure: Error | null = null;

  private constructor(
    private readonly socket: WebSocket,
    private readonly caller: Caller,
    private readonly incidentId: number,
    private incident: Incident,
    /** Takes what the wire brings along, as consoles do; else fetches everything by its number. */
    private readonly takesAlong: boolean,
  ) {}

  static async open(
    url: string,
    caller: Caller,
    incidentId: number,
    takesAlong = true,
  ): Promise<RoomFollower> {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const headers = { cookie: caller.cookie, origin: url };
    const socket = new WebSocket(address, { perMessageDeflate: false, headers });
    const early: LiveMessage[] = [];
    let take = (_along: EntriesAlong): void => undefined;
    let hear = (message: LiveMessage): void => void early.push(message);
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the server closed the line')));
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (text === '2') socket.send('3');
        else if (text.startsWith('0')) socket.send('40/live,');
        else if (text.startsWith('40/live,')) socket.send(`42/live,0["resume",{"streams":[]}]`);
        else if (text.startsWith(RESUMED)) resolve();
        else if (text.startsWith('44')) reject(new Error(text));
        else if (text.startsWith(ALONG)) {
          take(JSON.parse(text.slice(ALONG.length, -1)) as EntriesAlong);
        } else if (text.startsWith(MESSAGE)) {
          hear(JSON.parse(text.slice(MESSAGE.length, -1)) as LiveMessage);
        }
      });
    });
    const { incident } = await caller.call<IncidentDetail>('GET', `/incidents/${incidentId}`);
    const follower = new RoomFollower(socket, caller, incidentId, incident, takesAlong);
    socket.on('close', () => (follower.failure ??= new Error('a console was cut off')));
    take = (along) => follower.take(along);
    hear = (message) => follower.hear(message);
    early.forEach(hear);
    return follower;
  }

  get version(): number {
    return this.incident.version;
  }

  /** When an entry was, or will be, in the state. Rejects when it does not come. */
  seen(seq: number): Promise<number> {
    const at = this.seenAt.get(seq);
    if (at !== undefined) return Promise.resolve(at);
    return new Promise((resolve, reject) => {
      const patience = setTimeout(
        () => reject(this.failure ?? new Error(`entry ${seq} was not seen`)),
        PATIENCE_MS,
      );
      this.waiting.set(seq, (now) => {
        clearTimeout(patience);
        resolve(now);
      });
    });
  }

  close(): void {
    this.socket.close();
  }

  private hear({ body }: LiveMessage): void {
    if (body.type !== 'incident' || body.incidentId !== this.incidentId) return;
    this.wanted = Math.max(this.wanted, body.seq);
    if (this.reading) return;
    this.reading = true;
    this.catchUp()
      .catch((error: unknown) => (this.failure = error as Error))
      .finally(() => (this.reading = false));
  }

  private async catchUp(): Promise<void> {
    while (this.incident.version < this.wanted) {
      const path = `/incidents/${this.incidentId}/entries?after=${this.incident.version}&limit=1000`;
      const entries = await this.caller.call<readonly JournalEntry[]>('GET', path);
      if (entries.length === 0) throw new Error(`entry ${this.wanted} was told and is not there`);
      this.fold(entries);
    }
  }

  private take({ incidentId, entries }: EntriesAlong): void {
    if (!this.takesAlong || incidentId !== this.incidentId) return;
    if (entries[0]?.seq === this.incident.version + 1) this.fold(entries);
  }

  private fold(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      // Came along while it was being fetched.
      if (entry.seq <= this.incident.version) continue;
      this.incident = evolveIncident(this.incident, entry);
      const now = performance.now();
      this.seenAt.set(entry.seq, now);
      this.waiting.get(entry.seq)?.(now);
      this.waiting.delete(entry.seq);
    }
  }
}
