import type { Playbook } from '../playbook/playbook.js';
import type { Text } from '../playbook/text.js';
import type { Incident } from './incident.js';

/** What a person wrote, or what a playbook says in every language. */
export type ReportedText = string | Text;

export interface ReportedDecision {
  /** Number of the entry it was asked or taken with. */
  readonly id: number;
  readonly question: ReportedText;
  /** Who was asked; null: the crisis team took it, as a step of a playbook. */
  readonly to: string | null;
  /** Null where nobody was given a time. */
  readonly due: string | null;
  readonly overdue: boolean;
  readonly recommended: string | null;
  readonly decided: {
    readonly option: ReportedText;
    readonly by: string | null;
    readonly at: string;
    readonly reason: string | null;
  } | null;
}

type Decided = ReportedDecision & { readonly seq: number };

/**
 * What executives are asked, the most urgent on top; then what was decided, by them or by the team in a playbook's
 * step, newest first.
 */
export function reportedDecisions(
  incident: Incident,
  nowMs: number,
  playbooks: ReadonlyMap<string, Playbook>,
): ReportedDecision[] {
  const asked = askedOf(incident, nowMs);
  const waiting = asked
    .filter(({ decided }) => decided === null)
    .sort((a, b) => Date.parse(a.due ?? '') - Date.parse(b.due ?? ''));
  const decided = [
    ...asked.filter((one) => one.decided !== null),
    ...takenInSteps(incident, playbooks),
  ].sort((a, b) => b.seq - a.seq);
  return [...waiting, ...decided].map(({ seq: _seq, ...decision }) => decision);
}

function askedOf({ requests }: Incident, nowMs: number): Decided[] {
  return requests
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ id, question, to, due, options, recommended, decision }) => {
      const labelOf = (option: string): string =>
        options.find((one) => one.id === option)?.label ?? option;
      return {
        ...{ id, question, to: to.name, due, seq: decision?.seq ?? id },
        overdue: decision === null && Date.parse(due) <= nowMs,
        recommended: recommended === null ? null : labelOf(recommended),
        decided: decision && {
          option: labelOf(decision.option),
          by: decision.by?.name ?? null,
          at: decision.at,
          reason: decision.reason,
        },
      };
    });
}

function takenInSteps({ runs }: Incident, playbooks: ReadonlyMap<string, Playbook>): Decided[] {
  return runs.flatMap((run) => {
    const steps = playbooks.get(run.playbook.hash)?.phases.flatMap((phase) => phase.steps) ?? [];
    return Object.entries(run.answers).flatMap(([id, answer]) => {
      const record = run.steps[id];
      // Reopened: no longer decided.
      if (record?.standing !== 'done') return [];
      const step = steps.find((one) => one.id === id);
      const options = step?.kind === 'decision' ? step.options : [];
      const { seq, at, by, note } = record;
      return [
        {
          ...{ id: seq, seq, to: null, due: null, overdue: false, recommended: null },
          question: step?.title ?? id,
          decided: {
            option: options.find((one) => one.id === answer)?.label ?? answer,
            by: by?.name ?? null,
            at,
            reason: note,
          },
        },
      ];
    });
  });
}
