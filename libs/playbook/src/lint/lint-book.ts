import type { Book } from '../book.js';
import type { Finding } from '../finding.js';
import { lintBranches } from './lint-branches.js';
import { lintDues } from './lint-dues.js';
import { lintGates } from './lint-gates.js';
import { lintIds } from './lint-ids.js';
import { lintInputs } from './lint-inputs.js';
import { lintRanges } from './lint-ranges.js';
import { lintReferences } from './lint-references.js';
import { lintTemplates } from './lint-templates.js';

/** Everything that is wrong with how a playbook hangs together. */
export function lintBook(book: Book, today: string): Finding[] {
  return [
    ...lintRanges(book, today),
    ...lintIds(book),
    ...lintReferences(book),
    ...lintInputs(book),
    ...lintGates(book),
    ...lintBranches(book),
    ...lintDues(book),
    ...lintTemplates(book),
  ];
}
