/** One question for all that want to know at the same moment. */
const FRESH_MS = 500;
const ANSWER_WITHIN_MS = 5_000;
const AGAIN_AFTER_MS = 3_000;

let last: { readonly at: number; readonly answer: Promise<void> } | null = null;

/**
 * Rejects while the server does not answer. Asked before a piece of the page is imported: a browser remembers a module
 * that did not come for as long as the page stands, and never asks for it again.
 */
export function serverAnswers(): Promise<void> {
  const now = performance.now();
  if (last === null || now - last.at > FRESH_MS) last = { at: now, answer: ask() };
  return last.answer;
}

/** Resolves when the server answers, however long that takes. */
export async function untilServerAnswers(): Promise<void> {
  for (;;) {
    try {
      return await serverAnswers();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
  }
}

async function ask(): Promise<void> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const { status } = await fetch('/health/live', { cache: 'no-store', signal });
  // Somebody between us answers for a server that is gone.
  if (status >= 500) throw new Error(`the server does not answer: ${status}`);
}
