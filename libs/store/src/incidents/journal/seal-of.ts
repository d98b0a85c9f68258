import type { JournalExport } from '@sturmwarte/contracts';
import { canonicalJson } from '@sturmwarte/domain';
import { sha256 } from '../sha256.js';

/** What the first line of an exported journal is sealed with. */
export function sealOf(header: Omit<JournalExport, 'seal'>): string {
  return sha256(canonicalJson(header));
}
