import { SCCT_CLUSTERS, SCCT_STRATEGIES, TOPIC_KINDS } from '@sturmwarte/domain';
import { z } from 'zod';
import { id, impact, level, reference, text } from './fields.js';
import { sharedFields } from './part.schema.js';
import { clockSchema } from './shared.schema.js';

const trigger = z
  .strictObject({
    id,
    title: text(200),
    words: z
      .array(z.string().min(2).max(60))
      .optional()
      .describe('Schlüsselbegriffe im Alarm, * für jede Endung / Key terms of the alert'),
    topics: z.array(z.enum(TOPIC_KINDS)).optional().describe('Nur bei solchen Themen / Topics'),
  })
  .describe('Woran man den Fall erkennt / How to tell the case');

/** One file, one playbook. */
export const playbookSchema = z.strictObject({
  id: id.describe('PB-01 …'),
  ...sharedFields,
  triggers: z.array(trigger).min(1),
  scct: z
    .strictObject({
      cluster: z.enum(SCCT_CLUSTERS),
      strategies: z.array(z.enum(SCCT_STRATEGIES)).min(1),
      note: text(800).optional(),
    })
    .describe(
      'Wem man die Schuld geben wird, und wie wir darauf antworten (Coombs); ein Rat, keine Sperre / Blame and strategy, a hint',
    ),
  wind: z.strictObject({ from: level, to: level }).describe('Windstärke von bis / Wind range'),
  impact: z.strictObject({ from: impact, to: impact }).describe('Tragweite von bis / Impact range'),
  autoStart: level.optional().describe('Beginnt ab hier von selbst / Starts by itself from here'),
  reviewBy: z.iso
    .date({ error: 'bad-date' })
    .describe('Spätestens dann neu durchsehen, JJJJ-MM-TT / Look it over again by then'),
  include: z.array(reference).optional().describe('Gemeinsame Teile, z. B. core / Shared parts'),
  clocks: z.array(clockSchema).optional(),
});
export type RawPlaybook = z.output<typeof playbookSchema>;
