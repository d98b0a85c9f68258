import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asLevel, LEVELS } from '../level.js';
import { anOption, aPlaybook, aStep, someFacts } from '../testing/a-playbook.js';
import type { PlaybookFacts } from './facts.js';
import { planSteps } from './plan-steps.js';
import type { Playbook } from './playbook.js';
import type { Gate, PlaybookStep } from './playbook-step.js';

const OPTIONS = ['yes', 'no', 'later'] as const;
const SIZE = 9;
const name = (index: number) => `s${index}`;

/** Steps that wait for earlier ones only: what the lint lets through, with branches anywhere. */
const playbooks: fc.Arbitrary<Playbook> = fc
  .array(
    fc.record({
      decision: fc.boolean(),
      gates: fc.array(fc.array(fc.nat(SIZE), { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
      answer: fc.option(fc.tuple(fc.nat(SIZE), fc.subarray([...OPTIONS], { minLength: 1 }))),
      opens: fc.array(fc.tuple(fc.nat(2), fc.nat(SIZE)), { maxLength: 2 }),
      closes: fc.array(fc.tuple(fc.nat(2), fc.nat(SIZE)), { maxLength: 2 }),
      levelFrom: fc.option(fc.constantFrom(...LEVELS)),
      impactFrom: fc.option(fc.constantFrom('A', 'B', 'C')),
      whenAnswer: fc.option(fc.tuple(fc.nat(SIZE), fc.constantFrom(...OPTIONS))),
    }),
    { minLength: SIZE, maxLength: SIZE },
  )
  .map((drawn) => {
    const decisions = drawn.flatMap(({ decision }, index) => (decision ? [index] : []));
    return aPlaybook(
      drawn.map((raw, index): PlaybookStep => {
        const earlier = (other: number) => other < index;
        const steps = raw.gates
          .map((anyOf) => anyOf.filter(earlier))
          .filter((anyOf) => anyOf.length > 0)
          .map((anyOf): Gate => ({ kind: 'steps', anyOf: anyOf.map(name) }));
        const asks = ([decision]: readonly [number, ...unknown[]]) =>
          earlier(decision) && decisions.includes(decision);
        const gates: Gate[] =
          raw.answer && asks(raw.answer)
            ? [{ kind: 'answer', decision: name(raw.answer[0]), options: raw.answer[1] }]
            : [];
        const when = {
          ...(raw.levelFrom !== null && { levelFrom: raw.levelFrom }),
          ...(raw.impactFrom !== null && { impactFrom: raw.impactFrom }),
          ...(raw.whenAnswer !== null &&
            asks(raw.whenAnswer) && {
              answers: [{ decision: name(raw.whenAnswer[0]), options: [raw.whenAnswer[1]] }],
            }),
        };
        const base = { id: name(index), requires: [...steps, ...gates], when };
        if (!raw.decision) return aStep(base);
        const picks = (pairs: readonly (readonly [number, number])[], option: number) =>
          pairs.filter(([at, step]) => at === option && step > index).map(([, step]) => name(step));
        const options = OPTIONS.map((id, option) =>
          anOption({ id, opens: picks(raw.opens, option), closes: picks(raw.closes, option) }),
        );
        return aStep({ ...base, kind: 'decision', options, recommended: null });
      }),
    );
  });

const facts: fc.Arbitrary<PlaybookFacts> = fc
  .record({
    peakLevel: fc.constantFrom(...LEVELS),
    impact: fc.constantFrom(null, 'A', 'B', 'C'),
    answers: fc.dictionary(fc.nat(SIZE).map(name), fc.constantFrom(...OPTIONS)),
    done: fc.array(fc.nat(SIZE).map(name)).map((ids) => new Set(ids)),
    skipped: fc.array(fc.nat(SIZE).map(name), { maxLength: 1 }).map((ids) => new Set(ids)),
  })
  .map((drawn) => someFacts(drawn as Partial<PlaybookFacts>));

const steps = (playbook: Playbook) => playbook.phases.flatMap((phase) => phase.steps);
const ids = (playbook: Playbook, known: PlaybookFacts) =>
  planSteps(playbook, known).map(({ step }) => step.id);

describe('planning, whatever the playbook and whatever happened', () => {
  it('gives server and console the same plan', () => {
    fc.assert(
      fc.property(playbooks, facts, (playbook, known) => {
        const copy = {
          ...known,
          done: new Set([...known.done].reverse()),
          answers: Object.fromEntries(Object.entries(known.answers).reverse()),
        };
        expect(planSteps(structuredClone(playbook), copy)).toEqual(planSteps(playbook, known));
      }),
    );
  });

  it('takes no step away from a team when the wind or the impact rises', () => {
    fc.assert(
      fc.property(playbooks, facts, fc.nat(6), (playbook, known, by) => {
        const risen = {
          ...known,
          peakLevel: asLevel(Math.min(6, known.peakLevel + by)),
          impact: 'C' as const,
        };
        expect(ids(playbook, risen)).toEqual(expect.arrayContaining(ids(playbook, known)));
      }),
    );
  });

  it('closes nothing and reopens nothing by a rise alone', () => {
    fc.assert(
      fc.property(playbooks, facts, (playbook, known) => {
        const closed = (of: PlaybookFacts) =>
          planSteps(playbook, of).flatMap(({ step, state }) =>
            state === 'closed' ? [step.id] : [],
          );
        const before = closed(known);
        const after = closed({ ...known, peakLevel: 6 });
        expect(after).toEqual(expect.arrayContaining(before));
        const planned = new Set(ids(playbook, known));
        expect(after.filter((id) => planned.has(id))).toEqual(before);
      }),
    );
  });

  it('never opens a step of a branch that was closed, nor one that stands on it', () => {
    fc.assert(
      fc.property(playbooks, facts, (playbook, known) => {
        const closed = closedNaively(playbook, known);
        for (const { step, state } of planSteps(playbook, known)) {
          if (closed.has(step.id)) expect([step.id, state]).toEqual([step.id, 'closed']);
          else expect([step.id, state]).not.toEqual([step.id, 'closed']);
        }
      }),
    );
  });

  it('blocks a step only by what is in the plan and not settled', () => {
    fc.assert(
      fc.property(playbooks, facts, (playbook, known) => {
        const plan = planSteps(playbook, known);
        const waiting = new Map(plan.map(({ step, state }) => [step.id, state]));
        for (const { state, waitsFor } of plan) {
          if (state !== 'blocked') expect(waitsFor).toEqual([]);
          for (const id of waitsFor) expect(['open', 'blocked', 'done']).toContain(waiting.get(id));
        }
      }),
    );
  });

  it('leaves what was done or skipped in the plan', () => {
    fc.assert(
      fc.property(playbooks, facts, (playbook, known) => {
        const settled = steps(playbook).filter(
          ({ id }) => known.done.has(id) || known.skipped.has(id),
        );
        expect(ids(playbook, known)).toEqual(
          expect.arrayContaining(settled.map((step) => step.id)),
        );
      }),
    );
  });
});

/** The rule again, as plainly as it can be said: repeat until nothing more closes. */
function closedNaively(playbook: Playbook, known: PlaybookFacts): ReadonlySet<string> {
  const all = steps(playbook);
  const settled = (id: string) => known.done.has(id) || known.skipped.has(id);
  const closed = new Set<string>();
  const lost = (decision: string, wanted: readonly string[]) => {
    const chosen = known.answers[decision];
    if (chosen !== undefined) return !wanted.includes(chosen);
    return settled(decision) || closed.has(decision);
  };
  let before = -1;
  while (before < closed.size) {
    before = closed.size;
    for (const step of all.filter(({ id }) => !settled(id))) {
      const shut = step.requires.some((gate) =>
        gate.kind === 'answer'
          ? lost(gate.decision, gate.options)
          : gate.anyOf.every((id) => closed.has(id)),
      );
      const taken = all.some((decision) => {
        if (decision.kind !== 'decision') return false;
        const chosen = decision.options.find(({ id }) => id === known.answers[decision.id]);
        if (chosen?.closes.includes(step.id)) return true;
        const openers = decision.options.filter(({ opens }) => opens.includes(step.id));
        return (
          openers.length > 0 &&
          lost(
            decision.id,
            openers.map(({ id }) => id),
          )
        );
      });
      if (shut || taken) closed.add(step.id);
    }
  }
  return closed;
}
