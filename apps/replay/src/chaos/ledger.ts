import type { DeletionInput, MentionInput } from '@sturmwarte/contracts';

export type Item = MentionInput | DeletionInput;

/** What was sent and what was promised about one key. Versions count from 0; -1: none. */
export interface Promised {
  sent: number;
  acknowledged: number;
  deletionSent: boolean;
  deletionAcknowledged: boolean;
}

/** The stored state of a key, as the record shows it. */
export interface Stored {
  readonly version: number;
  readonly text: string;
}

/** The sender's memory: the only witness of what the server has promised to keep. */
export class Ledger {
  readonly keys = new Map<string, Promised>();

  note(items: readonly Item[]): void {
    for (const item of items) {
      const known = this.of(item.externalId);
      if ('op' in item) known.deletionSent = true;
      else known.sent = Math.max(known.sent, item.version ?? 0);
    }
  }

  acknowledge(items: readonly Item[]): void {
    for (const item of items) {
      const known = this.of(item.externalId);
      if ('op' in item) known.deletionAcknowledged = true;
      else known.acknowledged = Math.max(known.acknowledged, item.version ?? 0);
    }
  }

  get acknowledged(): number {
    let count = 0;
    for (const { acknowledged } of this.keys.values()) if (acknowledged >= 0) count++;
    return count;
  }

  /** What the record breaks of the promises made; `stored` holds what is there by key. */
  broken(stored: ReadonlyMap<string, Stored>): string[] {
    const faults: string[] = [];
    for (const [key, promised] of this.keys) {
      const fault = faultOf(promised, stored.get(key), key);
      if (fault !== null) faults.push(`${key}: ${fault}`);
    }
    for (const key of stored.keys()) if (!this.keys.has(key)) faults.push(`${key}: never sent`);
    return faults;
  }

  private of(key: string): Promised {
    let known = this.keys.get(key);
    if (known === undefined) {
      known = { sent: -1, acknowledged: -1, deletionSent: false, deletionAcknowledged: false };
      this.keys.set(key, known);
    }
    return known;
  }
}

/** Every text says which version of which key it is. */
export const stampOf = (key: string, version: number): string => `(${key} v${version})`;

function faultOf(promised: Promised, stored: Stored | undefined, key: string): string | null {
  const { sent, acknowledged, deletionSent, deletionAcknowledged } = promised;
  if (stored === undefined) {
    return acknowledged >= 0 && !deletionSent ? 'acknowledged and lost' : null;
  }
  if (deletionAcknowledged) return 'deletion acknowledged, still there';
  if (stored.version < acknowledged) {
    return `version ${acknowledged} acknowledged, ${stored.version} stored`;
  }
  if (stored.version > sent) return `version ${stored.version} stored, never sent`;
  if (!stored.text.includes(stampOf(key, stored.version))) {
    return `the text of version ${stored.version} is another one`;
  }
  return null;
}
