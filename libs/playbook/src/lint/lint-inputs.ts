import type { Book } from '../book.js';
import { below, finding, type Finding } from '../finding.js';

/** One variable, one kind of input; choices where there is something to choose. */
export function lintInputs({ steps }: Book): Finding[] {
  const types = new Map<string, { readonly type: string; readonly step: string }>();
  const findings: Finding[] = [];
  for (const { raw, at } of steps) {
    for (const [index, { key, type, choices }] of (raw.inputs ?? []).entries()) {
      const here = below(at, 'inputs', index);
      if ((type === 'choice') !== (choices !== undefined)) {
        findings.push(finding('choices-mismatch', below(here, 'type')));
      }
      const first = types.get(key);
      if (first === undefined) types.set(key, { type, step: raw.id });
      else if (first.type !== type) {
        const params = { value: key, step: first.step };
        findings.push(finding('input-in-two-types', below(here, 'type'), params));
      }
    }
  }
  return findings;
}
