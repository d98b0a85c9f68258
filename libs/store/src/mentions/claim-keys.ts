import type { PoolClient } from 'pg';
import { versionOf, type Entry } from './entry.js';

export interface Claims {
  readonly fresh: Entry[];
  /** Edits of what is stored, with the id it keeps. */
  readonly edits: { readonly entry: Entry; readonly id: number }[];
  readonly erasures: { readonly entry: Entry; readonly id: number }[];
  /** Rows of an earlier try of this very batch, whose commit was not heard of: everything is already done. */
  readonly ours: Entry[];
}

interface KeyRow {
  readonly key: string;
  readonly id: string;
  readonly version: string;
  readonly deleted: boolean;
}

/**
 * The exact way: takes every key that is free, locks the others and decides what each means. Entries that change
 * nothing get the outcome `duplicate` here. In the order of the keys, so that two writers never wait in a circle.
 */
export async function claimKeys(client: PoolClient, entries: readonly Entry[]): Promise<Claims> {
  const claims: Claims = { fresh: [], edits: [], erasures: [], ours: [] };
  const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : 1));
  const taken = await insertFree(client, sorted);
  const others = sorted.filter((entry) => !taken.has(entry.key));
  const rows = others.length === 0 ? new Map<string, KeyRow>() : await lockKeys(client, others);
  for (const entry of entries) {
    if (taken.has(entry.key)) {
      if (entry.item.op === 'delete') entry.outcome = 'deleted';
      else claims.fresh.push(entry);
      continue;
    }
    const row = rows.get(entry.key);
    if (row === undefined) throw new Error('a key vanished under its lock');
    decide(entry, row, claims);
  }
  return claims;
}

function decide(entry: Entry, row: KeyRow, claims: Claims): void {
  const id = Number(row.id);
  entry.known = row.deleted ? Number.MAX_SAFE_INTEGER : Number(row.version);
  if (entry.item.op === 'delete') {
    if (row.deleted) entry.outcome = 'duplicate';
    else claims.erasures.push({ entry, id });
  } else if (id === entry.id) {
    claims.ours.push(entry);
  } else if (row.deleted || entry.known >= versionOf(entry.item)) {
    entry.outcome = 'duplicate';
  } else {
    claims.edits.push({ entry, id });
  }
}

/** The target of the conflict is named: without it, a clash of ids would be swallowed as well. */
async function insertFree(client: PoolClient, sorted: readonly Entry[]): Promise<Set<string>> {
  const { rows } = await client.query<{ key: string }>({
    name: 'claim-keys',
    text: `insert into mention_key (key, mention_id, version, deleted)
      select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::boolean[])
      on conflict (key) do nothing returning replace(key::text, '-', '') as key`,
    values: [
      sorted.map((entry) => entry.key),
      sorted.map((entry) => (entry.item.op === 'delete' ? 0 : entry.id)),
      sorted.map((entry) => versionOf(entry.item)),
      sorted.map((entry) => entry.item.op === 'delete'),
    ],
  });
  return new Set(rows.map(({ key }) => key));
}

async function lockKeys(
  client: PoolClient,
  sorted: readonly Entry[],
): Promise<Map<string, KeyRow>> {
  const { rows } = await client.query<KeyRow>({
    name: 'lock-keys',
    text: `select replace(key::text, '-', '') as key, mention_id as id, version, deleted
      from mention_key where key = any($1::uuid[]) order by mention_key.key for update`,
    values: [sorted.map((entry) => entry.key)],
  });
  return new Map(rows.map((row) => [row.key, row]));
}
