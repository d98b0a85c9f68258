import { z } from 'zod';
import { partSchema } from './schema/part.schema.js';
import { playbookSchema } from './schema/playbook.schema.js';

const TITLES = {
  playbook: 'Sturmwarte playbook',
  part: 'Sturmwarte: shared part of playbooks',
};

/** The JSON Schema that editors complete and check a file with, made from the reader's own schema. */
export function jsonSchema(kind: 'playbook' | 'part'): Record<string, unknown> {
  const schema = kind === 'playbook' ? playbookSchema : partSchema;
  // Draft 7 is what YAML editors understand best.
  const made = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'ref' });
  return { $schema: made.$schema, title: TITLES[kind], ...made };
}
