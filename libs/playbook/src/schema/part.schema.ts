import { z } from 'zod';
import { id, text, version } from './fields.js';
import {
  approvalRuleSchema,
  exitSchema,
  phaseSchema,
  promiseSchema,
  templateSchema,
  wordingSchema,
} from './shared.schema.js';

/** What a part and a playbook have in common. */
export const sharedFields = {
  version,
  title: text(120),
  summary: text(1500),
  phases: z.array(phaseSchema).min(1),
  templates: z.array(templateSchema).optional(),
  approval: z
    .array(approvalRuleSchema)
    .min(1)
    .optional()
    .describe('Mildeste Regel zuerst; ersetzt die gemeinsame / Mildest first; replaces the shared'),
  promises: z.array(promiseSchema).optional(),
  exit: z.array(exitSchema).optional(),
  wording: z.array(wordingSchema).optional(),
};

/** Steps, texts and rules that playbooks share by including them. */
export const partSchema = z.strictObject({
  part: id.describe('Name, unter dem Playbooks ihn einbinden / Name by which it is included'),
  ...sharedFields,
});
export type RawPart = z.output<typeof partSchema>;
