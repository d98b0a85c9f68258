// Judges texts that lie in no file: reads [{file, text}] as JSON from standard input, writes the
// rules each one breaks and what they say. A process of its own, because Jest's module registry does not
// carry ESLint. `typed` asks for the rules that need types; its file must exist in a project.
import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import { refreshProjectGraph } from './lint.mjs';

const cwd = join(dirname(fileURLToPath(import.meta.url)), '..');
const complaint = refreshProjectGraph();
if (complaint !== undefined) throw new Error(complaint);

const typed = new ESLint({ cwd });
const untyped = new ESLint({ cwd, overrideConfig: tseslint.configs.disableTypeChecked });
const judged = [];
for (const plant of JSON.parse(readFileSync(0, 'utf8'))) {
  const eslint = plant.typed ? typed : untyped;
  const [result] = await eslint.lintText(plant.text, { filePath: join(cwd, plant.file) });
  judged.push(result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
process.stdout.write(JSON.stringify(judged));
