import type { IntakeReceipt, Reply, SourceToServer } from '@sturmwarte/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Random } from '../scenario/random.js';
import type { Item } from './ledger.js';

const PATIENCE_MS = 60_000;
const SOCKET_PATIENCE_MS = 5_000;

/** Acknowledged; not now (out of reach, full, away), which promises nothing; or refused, which must not be. */
export type Taken = 'taken' | 'later' | { readonly refused: string };

/** The three ways into the intake, picked by chance. */
export class Door {
  private socket: Socket<Record<never, never>, SourceToServer> | null = null;
  private socketUrl = '';

  constructor(
    private readonly url: () => string,
    private readonly token: string,
    private readonly random: Random,
  ) {}

  async take(items: readonly Item[]): Promise<Taken> {
    const way = this.random.weighted({ json: 6, stream: 3, socket: 1 });
    try {
      if (way === 'socket') return await this.push(items);
      return await this.post(items, way);
    } catch {
      return 'later'; // no answer is no promise
    }
  }

  close(): void {
    this.socket?.close();
  }

  private async post(items: readonly Item[], way: 'json' | 'stream'): Promise<Taken> {
    const body =
      way === 'json'
        ? JSON.stringify(items)
        : items.map((item) => `${JSON.stringify(item)}\n`).join('');
    const response = await fetch(`${this.url()}/api/v1/mentions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': way === 'json' ? 'application/json' : 'application/x-ndjson',
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    if (response.status === 429 || response.status >= 500) return 'later';
    if (response.status !== 200) return { refused: `${response.status} ${text}` };
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    return judged(JSON.parse(last) as IntakeReceipt, items, way === 'stream');
  }

  private async push(items: readonly Item[]): Promise<Taken> {
    const socket = this.open();
    const reply = (await socket
      .timeout(SOCKET_PATIENCE_MS)
      .emitWithAck('mentions', items)) as Reply<IntakeReceipt>;
    return reply.ok ? judged(reply.data, items, false) : 'later';
  }

  private open(): Socket<Record<never, never>, SourceToServer> {
    if (this.socket !== null && this.socketUrl === this.url()) return this.socket;
    this.socket?.close();
    this.socketUrl = this.url();
    this.socket = io(`${this.socketUrl}/intake`, {
      transports: ['websocket'],
      forceNew: true,
      auth: { token: this.token },
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    return this.socket;
  }
}

/** A receipt acknowledges everything, or it is broken off, or something is wrong with it. */
function judged(receipt: IntakeReceipt, items: readonly Item[], stream: boolean): Taken {
  if (receipt.broken !== undefined || (stream && receipt.done !== true)) return 'later';
  const { stored, duplicates, replaced, deleted, rejected, lines } = receipt;
  const sum = stored + duplicates + replaced + deleted;
  if (rejected === 0 && lines === items.length && sum === items.length) return 'taken';
  return { refused: JSON.stringify(receipt) };
}
