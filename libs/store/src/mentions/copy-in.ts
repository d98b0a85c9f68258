import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';

/**
 * One COPY. The whole batch is handed over at once: waiting for 'drain' while the server raises an error would hang.
 */
export function copyIn(client: PoolClient, statement: string, lines: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = client.query(from(statement));
    stream.on('error', reject);
    stream.on('finish', resolve);
    stream.end(lines);
  });
}
