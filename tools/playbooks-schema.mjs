// npm run playbooks:schema: writes the JSON Schemas next to the playbooks, from the reader's own
// schema. A test fails when they are not in step.
import { jsonSchema } from '@sturmwarte/playbook';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../playbooks');
for (const [kind, name] of [
  ['playbook', 'schema.json'],
  ['part', 'part.schema.json'],
]) {
  const text = JSON.stringify(jsonSchema(kind));
  writeFileSync(join(folder, name), await format(text, { parser: 'json', printWidth: 100 }));
}
