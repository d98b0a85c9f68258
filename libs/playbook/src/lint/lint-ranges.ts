import type { Book } from '../book.js';
import { below, finding, type Finding } from '../finding.js';

/** What a playbook says of itself at the top, and what it must not go without. */
export function lintRanges(book: Book, today: string): Finding[] {
  const { playbook, at } = book;
  const findings = phasesWithoutTitle(book);
  if (book.steps.some(({ raw }) => raw.kind === 'approval') && book.approval.length === 0) {
    findings.push(finding('approval-missing', at));
  }
  findings.push(...quorumBeyondRoles(book));
  if (playbook === null) return findings;
  const { wind, impact, reviewBy, scct } = playbook;
  if (wind.from > wind.to) findings.push(finding('wind-upside-down', below(at, 'wind'), wind));
  if (impact.from > impact.to) {
    findings.push(finding('impact-upside-down', below(at, 'impact'), impact));
  }
  if (reviewBy < today) {
    findings.push(finding('review-past', below(at, 'reviewBy'), { date: reviewBy }));
  }
  if (scct.strategies.includes('deny') && scct.strategies.includes('rebuild')) {
    findings.push(finding('strategies-mixed', below(at, 'scct', 'strategies')));
  }
  return findings;
}

/** More yes-words than people who could say them: such a text could never leave. */
function quorumBeyondRoles({ approval }: Book): Finding[] {
  return approval.flatMap(({ raw, at }) =>
    raw.stages.flatMap(({ roles, quorum }, index) =>
      quorum === undefined || quorum <= roles.length
        ? []
        : [
            finding('quorum-beyond-roles', below(at, 'stages', index, 'quorum'), {
              value: quorum,
              roles: roles.length,
            }),
          ],
    ),
  );
}

function phasesWithoutTitle({ phases }: Book): Finding[] {
  const titled = new Set(phases.filter(({ raw }) => raw.title).map(({ raw }) => raw.id));
  return phases
    .filter(({ raw }, index) => {
      const first = phases.findIndex((other) => other.raw.id === raw.id);
      return !titled.has(raw.id) && first === index;
    })
    .map(({ raw, at }) => finding('phase-without-title', below(at, 'id'), { value: raw.id }));
}
