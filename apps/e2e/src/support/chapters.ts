import { it } from '@jest/globals';

const USUAL_MS = 120_000;

/** The chapters of one story. When one fails, those after it fail at once instead of waiting for what never came. */
export function chapters(): (name: string, tell: () => Promise<void>, ms?: number) => void {
  let brokeOffAt: string | null = null;
  return (name, tell, ms = USUAL_MS) =>
    it(
      name,
      async () => {
        if (brokeOffAt !== null) throw new Error(`the story broke off at "${brokeOffAt}"`);
        brokeOffAt = name;
        await tell();
        brokeOffAt = null;
      },
      ms,
    );
}
