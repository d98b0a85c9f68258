import { describe, expect, it } from '@jest/globals';
import { anOption, aPlaybook, aStep, someFacts } from '../testing/a-playbook.js';
import type { PlaybookFacts } from './facts.js';
import { planSteps } from './plan-steps.js';
import type { PlaybookStep } from './playbook-step.js';
import { stepsAdded } from './steps-added.js';

const states = (steps: readonly PlaybookStep[], facts: Partial<PlaybookFacts> = {}) =>
  Object.fromEntries(
    planSteps(aPlaybook(steps), someFacts(facts)).map(({ step, state }) => [step.id, state]),
  );
const after = (...anyOf: string[]) => [{ kind: 'steps' as const, anyOf }];
const sale = aStep({
  id: 'sale',
  kind: 'decision',
  options: [
    anOption({ id: 'stop', opens: ['block'] }),
    anOption({ id: 'sell', closes: ['dealers'] }),
  ],
  recommended: 'stop',
});

describe('the plan a crisis team sees', () => {
  it('opens what nothing stands before, and says what the rest waits for', () => {
    const plan = planSteps(
      aPlaybook([aStep({ id: 'draft' }), aStep({ id: 'publish', requires: after('draft') })]),
      someFacts(),
    );
    expect(plan).toMatchObject([
      { state: 'open', waitsFor: [] },
      { state: 'blocked', waitsFor: ['draft'] },
    ]);
  });

  it('goes on behind a step that was done, and behind one that was skipped', () => {
    const steps = [
      aStep({ id: 'draft' }),
      aStep({ id: 'check' }),
      aStep({ id: 'publish', requires: [...after('draft'), ...after('check')] }),
    ];
    const facts = { done: new Set(['draft']), skipped: new Set(['check']) };
    expect(states(steps, facts)).toEqual({ draft: 'done', check: 'skipped', publish: 'open' });
  });

  it('lets one of several ways be enough', () => {
    const steps = [
      aStep({ id: 'phone' }),
      aStep({ id: 'mail' }),
      aStep({ id: 'reached', requires: after('phone', 'mail') }),
    ];
    expect(states(steps, { done: new Set(['mail']) })['reached']).toBe('open');
  });

  it('shows a branch as waiting before its decision, open after it, closed when it went the other way', () => {
    const steps = [sale, aStep({ id: 'block' })];
    expect(states(steps)).toEqual({ sale: 'open', block: 'blocked' });
    expect(states(steps, { answers: { sale: 'stop' } })['block']).toBe('open');
    expect(states(steps, { answers: { sale: 'sell' } })['block']).toBe('closed');
  });

  it('keeps a step on the table until an option takes it off, and says which decision it was', () => {
    const steps = [sale, aStep({ id: 'dealers' })];
    expect(states(steps)['dealers']).toBe('open');
    const plan = planSteps(aPlaybook(steps), someFacts({ answers: { sale: 'sell' } }));
    expect(plan[1]).toMatchObject({ state: 'closed', closedBy: 'sale' });
  });

  it('closes what stands on a closed step, however far behind it', () => {
    const steps = [
      sale,
      aStep({ id: 'block' }),
      aStep({ id: 'confirm', requires: after('block') }),
      aStep({ id: 'report', requires: after('confirm') }),
      aStep({ id: 'either', requires: after('confirm', 'sale') }),
    ];
    const facts = { answers: { sale: 'sell' }, done: new Set(['sale']) };
    expect(states(steps, facts)).toMatchObject({ report: 'closed', either: 'open' });
  });

  it('keeps what was done, whatever is decided afterwards', () => {
    const steps = [
      sale,
      aStep({ id: 'dealers' }),
      aStep({ id: 'thanks', requires: after('dealers') }),
    ];
    const facts = { answers: { sale: 'sell' }, done: new Set(['dealers']) };
    expect(states(steps, facts)).toMatchObject({ dealers: 'done', thanks: 'open' });
  });

  it('takes no branch of a decision that was skipped', () => {
    const steps = [sale, aStep({ id: 'block' })];
    expect(states(steps, { skipped: new Set(['sale']) })['block']).toBe('closed');
  });

  it('lets nobody wait for a step that is not called for', () => {
    const steps = [
      aStep({ id: 'board', when: { levelFrom: 5 } }),
      aStep({ id: 'publish', requires: after('board') }),
    ];
    expect(states(steps, { peakLevel: 4 })).toEqual({ publish: 'open' });
    expect(states(steps, { peakLevel: 5 })).toEqual({ board: 'open', publish: 'blocked' });
  });

  it('waits for the one of several ways that is called for', () => {
    const steps = [
      aStep({ id: 'board', when: { levelFrom: 5 } }),
      aStep({ id: 'lead' }),
      aStep({ id: 'publish', requires: after('board', 'lead') }),
    ];
    const plan = planSteps(aPlaybook(steps), someFacts({ peakLevel: 4 }));
    expect(plan.at(-1)).toMatchObject({ state: 'blocked', waitsFor: ['lead'] });
  });

  it('does not show the branches of a decision nobody is asked yet', () => {
    const steps = [{ ...sale, when: { levelFrom: 5 as const } }, aStep({ id: 'block' })];
    expect(states(steps, { peakLevel: 4 })).toEqual({});
  });

  it('calls for steps by impact, channel, phase and answer', () => {
    const steps = [
      aStep({ id: 'quality', when: { impactFrom: 'B' } }),
      aStep({ id: 'story', when: { channels: ['instagram'] } }),
      aStep({ id: 'calm', when: { phases: ['close'] } }),
      aStep({ id: 'recall', when: { answers: [{ decision: 'sale', options: ['stop'] }] } }),
    ];
    expect(states(steps)).toEqual({});
    const facts = {
      impact: 'C',
      channels: ['instagram'],
      phase: 'close',
      answers: { sale: 'stop' },
    } as const;
    expect(Object.keys(states(steps, facts))).toEqual(['quality', 'story', 'calm', 'recall']);
  });

  it('proposes what a rise of the level adds', () => {
    const playbook = aPlaybook([
      aStep({ id: 'answer' }),
      aStep({ id: 'board', when: { levelFrom: 5 } }),
    ]);
    const added = stepsAdded(playbook, someFacts(), someFacts({ peakLevel: 5 }));
    expect(added.map(({ id }) => id)).toEqual(['board']);
    expect(stepsAdded(playbook, someFacts({ peakLevel: 5 }), someFacts())).toEqual([]);
  });

  it('does not hang on steps that wait for each other', () => {
    const steps = [
      aStep({ id: 'hen', requires: after('egg') }),
      aStep({ id: 'egg', requires: after('hen') }),
    ];
    expect(states(steps)).toEqual({ hen: 'blocked', egg: 'blocked' });
  });

  it('is not misled by names every object has', () => {
    const steps = [
      aStep({ id: 'x', when: { answers: [{ decision: 'constructor', options: ['a'] }] } }),
    ];
    expect(states(steps)).toEqual({});
  });
});
