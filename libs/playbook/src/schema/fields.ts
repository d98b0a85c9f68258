import { CRISIS_ROLES, IMPACTS, LEVELS } from '@sturmwarte/domain';
import { z } from 'zod';

// Messages that are codes of ours (`mistake.ts`) are turned into that mistake; all others are told
// by their kind. Descriptions go into the published JSON Schema and show up in editors.

/** A text in both languages. */
export function text(maxLength: number) {
  const language = z
    .string({ error: ({ input }) => (input == null ? 'missing-language' : undefined) })
    .max(maxLength)
    .refine((value) => value.trim() !== '', { error: 'missing-language' });
  return z.strictObject(
    { de: language.describe('Deutsch'), en: language.describe('English') },
    { error: ({ code }) => (code === 'invalid_type' ? 'text-in-one-language' : undefined) },
  );
}

export const id = z
  .string()
  .max(40)
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/, { error: 'bad-id' });
export const reference = z.string().max(40);

export const role = z
  .enum(CRISIS_ROLES, { error: 'unknown-role' })
  .describe(
    'Wer es tut: community (CM), lead (EL), pr, legal (Recht), board (GL), unit (FB), hr, it, service (KS), quality (QM), investor (IR), privacy (DSB), security (ISB), keeper (PK) / Who does it',
  );

const levelNumbers = LEVELS.map((level) => z.literal(level));
export const level = z
  .union(levelNumbers as [(typeof levelNumbers)[number], ...typeof levelNumbers], {
    error: 'wrong-level',
  })
  .describe('Windstärke 0 bis 6 / Wind level 0 to 6');

export const impact = z
  .enum(IMPACTS)
  .describe(
    'Tragweite: A betrieblich, B Ruf oder Geschäft, C Menschen, Produktsicherheit, Daten, Börse, Leitung, Behörde / Impact class',
  );

// A union passes on what its nearest member said, so each of them must say it.
const badDuration = { error: 'bad-duration' };
/** Minutes as a number, or with a unit: `15 min`, `4 h`, `10 d`. */
export const duration = z
  .union(
    [
      z.int(badDuration).min(0, badDuration).max(600_000, badDuration),
      z.string(badDuration).regex(/^\d{1,5} ?(min|h|d)$/, badDuration),
    ],
    badDuration,
  )
  .describe('Minuten, oder mit Einheit: "15 min", "4 h", "10 d" / Minutes, or with a unit');

export const version = z
  .int({ error: 'version-not-number' })
  .min(1, { error: 'version-not-number' })
  .describe(
    'Ganze Zahl, bei jeder Änderung um eins höher / Whole number, one higher with each change',
  );

export const answer = z
  .strictObject({
    decision: reference.describe('Entscheidungsschritt / Decision step'),
    is: z
      .array(reference)
      .min(1)
      .describe('Eine dieser Antworten wurde gewählt / One of these options was chosen'),
  })
  .describe('Eine Entscheidung, so beantwortet / A decision, answered like this');
