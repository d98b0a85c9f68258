import { CHANNELS, INPUT_TYPES } from '@sturmwarte/domain';
import { z } from 'zod';
import { answer, duration, id, impact, level, reference, role, text } from './fields.js';

const due = z
  .union(
    [
      duration,
      z.strictObject({
        minutes: duration,
        after: reference.describe('Nach diesem Schritt / After this step'),
      }),
    ],
    { error: 'bad-duration' },
  )
  .describe(
    'Fällig nach T0, oder nach einem anderen Schritt: {minutes, after} / Due after T0, or after another step',
  );

const gate = z
  .union([reference, z.array(reference).min(1), answer], { error: 'bad-gate' })
  .describe(
    'Ein Schritt; eine Liste (einer davon genügt); {decision, is} / A step; a list (one of them is enough); {decision, is}',
  );

const when = z
  .strictObject({
    level: level.optional().describe('Ab dieser Windstärke / From this level on'),
    impact: impact.optional().describe('Ab dieser Tragweite / From this impact on'),
    phases: z.array(reference).min(1).optional().describe('Nur in diesen Phasen / In these phases'),
    channels: z
      .array(z.enum(CHANNELS))
      .min(1)
      .optional()
      .describe('Nur wenn es auf einem dieser Kanäle brennt / If it burns on one of these'),
    answers: z.array(answer).min(1).optional(),
  })
  .describe('Wann der Schritt dazugehört; alles muss gelten / When the step is called for');

const input = z
  .strictObject({
    key: z
      .string()
      .max(40)
      .regex(/^[a-z][A-Za-z0-9]*$/, { error: 'bad-key' })
      .describe('Name der Variablen in Vorlagen / Name of the variable in templates'),
    type: z.enum(INPUT_TYPES),
    label: text(200),
    required: z.boolean().optional().describe('Ohne Angabe: ja / Default: yes'),
    perLanguage: z
      .boolean()
      .optional()
      .describe(
        'Je Sprache eintragen; ohne Angabe nur bei type: text / Entered per language; default: text only',
      ),
    max: z.int().min(1).max(2000).optional().describe('Zeichen höchstens / Characters at most'),
    choices: z
      .array(z.strictObject({ id, label: text(120) }))
      .min(2)
      .optional()
      .describe('Nur bei type: choice / Only with type: choice'),
  })
  .describe('Was einzutragen ist / What must be entered');

const option = z
  .strictObject({
    id,
    label: text(120),
    reason: text(800).describe('Was dafür spricht / What speaks for it'),
    consequence: text(800).describe('Was daraus folgt / What follows from it'),
    opens: z
      .array(reference)
      .min(1)
      .optional()
      .describe('Schritte, die es nur so gibt / Steps that exist only by this option'),
    closes: z
      .array(reference)
      .min(1)
      .optional()
      .describe('Schritte, die damit entfallen / Steps this takes off the table'),
  })
  .describe('Eine mögliche Entscheidung / A possible decision');

const base = {
  id: id.describe('Kennung, im ganzen Playbook nur einmal / Id, once in the whole playbook'),
  role,
  with: z.array(role).min(1).optional().describe('Wer hilft / Who helps'),
  due,
  title: text(120).describe('Was zu tun ist, Verb zuerst / What to do, verb first'),
  why: text(1000).describe('Warum / Why'),
  how: text(3000).describe('Wie, Satz für Satz / How, sentence by sentence'),
  requires: z.array(gate).min(1).optional().describe('Was vorher geschehen sein muss / Gates'),
  when: when.optional(),
  inputs: z.array(input).min(1).optional(),
  serves: reference
    .optional()
    .describe('Die Zusage, der der Schritt dient / The promise it serves'),
  repeat: z
    .array(z.strictObject({ level, minutes: duration }))
    .min(1)
    .optional()
    .describe('Kehrt wieder, je nach Windstärke / Comes back, by level'),
};

export const stepSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('task'), ...base }),
    z.strictObject({ kind: z.literal('check'), ...base }),
    z.strictObject({
      kind: z.literal('decision'),
      ...base,
      options: z
        .array(option, {
          error: ({ input }) => (input == null ? 'decision-without-options' : undefined),
        })
        .min(2, { error: 'decision-without-options' }),
      recommended: reference.optional().describe('Unser Rat / Our advice'),
    }),
    z.strictObject({
      kind: z.literal('draft'),
      ...base,
      templates: z.array(reference).min(1).describe('Vorlagen / Templates'),
    }),
    z.strictObject({
      kind: z.literal('approval'),
      ...base,
      draft: z
        .string({ error: ({ input }) => (input == null ? 'approval-without-draft' : undefined) })
        .max(40)
        .describe('Der Entwurf, der freigegeben wird / The draft to approve'),
    }),
    z.strictObject({
      kind: z.literal('clock'),
      ...base,
      clock: reference.describe('Die Rechtsuhr / The legal clock'),
    }),
  ])
  .describe('Ein Schritt / A step');
export type RawStep = z.output<typeof stepSchema>;
export type RawGate = z.output<typeof gate>;
