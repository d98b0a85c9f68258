import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import type { RowBuffer } from './row-buffer.js';

/**
 * One COPY; the rows are released when the server has them. The whole batch is handed over at once: waiting for
 * 'drain' while the server raises an error would hang.
 */
export async function copyIn(
  client: PoolClient,
  statement: string,
  rows: RowBuffer,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stream = client.query(from(statement));
    stream.on('error', reject);
    stream.on('finish', resolve);
    stream.end(rows.take());
  });
  rows.release();
}
