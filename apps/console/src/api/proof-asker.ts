import { PROOF_METHODS, type ProofMethod } from '@sturmwarte/domain';
import type { Refusal } from './refusal.js';

/** Asks the person to prove anew who they are; false when they would rather not. */
export type ProofAsker = (methods: readonly ProofMethod[]) => Promise<boolean>;

let asker: ProofAsker | null = null;
let pending: Promise<boolean> | null = null;

/** Who asks, while somebody is signed in; returns how to stop. */
export function askWith(next: ProofAsker): () => void {
  asker = next;
  return () => {
    if (asker === next) asker = null;
  };
}

/** Answers a refusal for want of a fresh proof by asking for one. Commands refused at once share the question. */
export async function provenAnew({ code, params }: Refusal): Promise<boolean> {
  if (code !== 'proof-needed' || asker === null) return false;
  const named = String(params['methods'] ?? '').split(',');
  const methods = PROOF_METHODS.filter((method) => named.includes(method));
  pending ??= asker(methods).finally(() => (pending = null));
  return pending;
}
