import type { PlaybookFacts } from './facts.js';
import { holds } from './holds.js';
import type { Playbook } from './playbook.js';
import type { Gate, PlaybookStep } from './playbook-step.js';

/** `blocked`: waits for something. `closed`: a decision took it off the table. */
export type StepState = 'open' | 'blocked' | 'closed' | 'done' | 'skipped';

export interface PlannedStep {
  readonly step: PlaybookStep;
  readonly state: StepState;
  /** Ids of the steps and decisions a blocked step waits for. */
  readonly waitsFor: readonly string[];
  /** The decision that closed it. */
  readonly closedBy: string | null;
}

/**
 * The steps of a playbook that are called for now, in their order, each with its state. Asked by
 * the server and by the console. Steps whose condition does not hold are left out; what was done or
 * skipped stays in the list whatever happens afterwards.
 */
export function planSteps(playbook: Playbook, facts: PlaybookFacts): readonly PlannedStep[] {
  const plan = new Plan(playbook, facts);
  return plan.steps.filter((step) => plan.isCalledFor(step)).map((step) => plan.place(step));
}

class Plan {
  readonly steps: readonly PlaybookStep[];
  private readonly byId: ReadonlyMap<string, PlaybookStep>;
  private readonly branches: Branches;
  /** Null while a step is being looked at: a circle (which the lint refuses) must not hang anybody. */
  private readonly closers = new Map<string, string | null>();

  constructor(
    playbook: Playbook,
    private readonly facts: PlaybookFacts,
  ) {
    this.steps = playbook.phases.flatMap((phase) => phase.steps);
    this.byId = new Map(this.steps.map((step) => [step.id, step]));
    this.branches = branchesOf(this.steps);
  }

  place(step: PlaybookStep): PlannedStep {
    const settled = this.settled(step.id);
    if (settled !== null) return { step, state: settled, waitsFor: [], closedBy: null };
    const closedBy = this.closedBy(step);
    if (closedBy !== null) return { step, state: 'closed', waitsFor: [], closedBy };
    const waitsFor = this.gatesOf(step).flatMap((gate) => this.missing(gate));
    const state = waitsFor.length === 0 ? 'open' : 'blocked';
    return { step, state, waitsFor: [...new Set(waitsFor)], closedBy: null };
  }

  isCalledFor(step: PlaybookStep, asking: ReadonlySet<string> = new Set()): boolean {
    if (this.settled(step.id) !== null) return true;
    if (!holds(step.when, this.facts)) return false;
    if (asking.has(step.id)) return true;
    const path = new Set(asking).add(step.id);
    // A branch is not there before the decision that opens it.
    return this.gatesOf(step).every((gate) => {
      if (gate.kind === 'steps' || this.answer(gate.decision) !== undefined) return true;
      const decision = this.byId.get(gate.decision);
      return decision === undefined || this.isCalledFor(decision, path);
    });
  }

  private settled(id: string): 'done' | 'skipped' | null {
    if (this.facts.done.has(id)) return 'done';
    return this.facts.skipped.has(id) ? 'skipped' : null;
  }

  private answer(decision: string): string | undefined {
    const { answers } = this.facts;
    return Object.hasOwn(answers, decision) ? answers[decision] : undefined;
  }

  /** Its own gates, and those the options that open it put before it. */
  private gatesOf(step: PlaybookStep): readonly Gate[] {
    return [...step.requires, ...(this.branches.openedBy.get(step.id) ?? [])];
  }

  /** The decision that took the step off the table, directly or by taking what it stands on. */
  private closedBy(step: PlaybookStep): string | null {
    const known = this.closers.get(step.id);
    if (known !== undefined) return known;
    this.closers.set(step.id, null);
    const closer = this.settled(step.id) === null ? this.findCloser(step) : null;
    this.closers.set(step.id, closer);
    return closer;
  }

  private findCloser(step: PlaybookStep): string | null {
    for (const { decision, options } of this.branches.closedBy.get(step.id) ?? []) {
      const chosen = this.answer(decision);
      if (chosen !== undefined && options.includes(chosen)) return decision;
    }
    for (const gate of this.gatesOf(step)) {
      const closer = gate.kind === 'answer' ? this.wrongAnswer(gate) : this.allClosed(gate.anyOf);
      if (closer !== null) return closer;
    }
    return null;
  }

  private wrongAnswer({ decision, options }: Extract<Gate, { kind: 'answer' }>): string | null {
    const chosen = this.answer(decision);
    if (chosen !== undefined) return options.includes(chosen) ? null : decision;
    // Passed over without an answer: its branches are not taken.
    if (this.settled(decision) !== null) return decision;
    const step = this.byId.get(decision);
    return step === undefined ? null : this.closedBy(step);
  }

  private allClosed(anyOf: readonly string[]): string | null {
    const closers = anyOf.map((id) => {
      const step = this.byId.get(id);
      return step === undefined ? null : this.closedBy(step);
    });
    return closers.includes(null) ? null : (closers[0] ?? null);
  }

  private missing(gate: Gate): readonly string[] {
    if (gate.kind === 'answer') {
      return this.answer(gate.decision) === undefined ? [gate.decision] : [];
    }
    if (gate.anyOf.some((id) => this.settled(id) !== null)) return [];
    // What nobody asks for (its condition does not hold) holds nobody up.
    return gate.anyOf.filter((id) => this.isAsked(id) && !this.isClosed(id));
  }

  private isAsked(id: string): boolean {
    const step = this.byId.get(id);
    return step !== undefined && this.isCalledFor(step);
  }

  private isClosed(id: string): boolean {
    const step = this.byId.get(id);
    return step !== undefined && this.closedBy(step) !== null;
  }
}

interface Branches {
  readonly openedBy: ReadonlyMap<string, readonly Extract<Gate, { kind: 'answer' }>[]>;
  readonly closedBy: ReadonlyMap<string, readonly Extract<Gate, { kind: 'answer' }>[]>;
}

/** What options open and close, seen from the steps. */
function branchesOf(steps: readonly PlaybookStep[]): Branches {
  const openedBy = new Map<string, Extract<Gate, { kind: 'answer' }>[]>();
  const closedBy = new Map<string, Extract<Gate, { kind: 'answer' }>[]>();
  for (const step of steps) {
    if (step.kind !== 'decision') continue;
    const note = (map: typeof openedBy, pick: 'opens' | 'closes') => {
      for (const id of new Set(step.options.flatMap((option) => option[pick]))) {
        const options = step.options.filter((one) => one[pick].includes(id)).map((one) => one.id);
        map.set(id, [...(map.get(id) ?? []), { kind: 'answer', decision: step.id, options }]);
      }
    };
    note(openedBy, 'opens');
    note(closedBy, 'closes');
  }
  return { openedBy, closedBy };
}
