import { IMPACTS } from '@sturmwarte/domain';
import { answersNeeded } from '../answers-needed.js';
import type { Book, PlacedStep } from '../book.js';
import { below, finding, type Finding } from '../finding.js';

/** Steps nobody will ever see: no combination of answers, level and impact calls for them. */
export function lintBranches(book: Book): Finding[] {
  const needed = answersNeeded(book);
  return book.steps.flatMap((step) => {
    const { raw, at } = step;
    const outside = outOfRange(step, book);
    if (outside !== null) return [outside];
    const impossible = [...(needed.get(raw.id) ?? [])].find(([, options]) => options.size === 0);
    if (impossible === undefined) return [];
    const [decision] = impossible;
    const params = {
      value: raw.id,
      reason: `keine Antwort auf „${decision}“ lässt ihn zu`,
      reasonEn: `no answer to "${decision}" allows it`,
    };
    return [finding('dead-branch', at, params)];
  });
}

/** Shared steps may ask for more than this playbook's range: they serve others too. */
function outOfRange({ raw, at }: PlacedStep, { playbook, at: own }: Book): Finding | null {
  if (playbook === null || at.file !== own.file || raw.when === undefined) return null;
  const { level, impact } = raw.when;
  const { wind, impact: range } = playbook;
  if (level !== undefined && level > wind.to && wind.from <= wind.to) {
    return finding('dead-branch', below(at, 'when', 'level'), {
      value: raw.id,
      reason: `das Playbook endet bei Windstärke ${wind.to}`,
      reasonEn: `the playbook ends at wind level ${wind.to}`,
    });
  }
  if (impact !== undefined && IMPACTS.indexOf(impact) > IMPACTS.indexOf(range.to)) {
    return finding('dead-branch', below(at, 'when', 'impact'), {
      value: raw.id,
      reason: `das Playbook endet bei Tragweite ${range.to}`,
      reasonEn: `the playbook ends at impact ${range.to}`,
    });
  }
  return null;
}
