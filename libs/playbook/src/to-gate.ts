import type { Gate } from '@sturmwarte/domain';
import type { RawGate } from './schema/step.schema.js';

/** A gate as written, as the domain knows it. */
export function toGate(raw: RawGate): Gate {
  if (typeof raw === 'string') return { kind: 'steps', anyOf: [raw] };
  if (Array.isArray(raw)) return { kind: 'steps', anyOf: raw };
  return { kind: 'answer', decision: raw.decision, options: raw.is };
}
