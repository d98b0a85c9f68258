import { LEGAL_CLOCK_IDS } from '@sturmwarte/domain';
import type { Book, PlacedStep } from '../book.js';
import { below, finding, type At, type Finding } from '../finding.js';

/** Everything that names something else must name something that is there. */
export function lintReferences(book: Book): Finding[] {
  const check = new References(book);
  return [
    ...book.steps.flatMap((step) => check.step(step)),
    ...book.exit.flatMap(({ raw, at }) =>
      raw.check.kind === 'step' ? check.known(raw.check.step, below(at, 'check', 'step')) : [],
    ),
    ...book.wording.flatMap(({ raw, at }) =>
      raw.until === undefined ? [] : check.answer(raw.until, below(at, 'until')),
    ),
  ];
}

class References {
  private readonly steps: ReadonlyMap<string, PlacedStep>;
  private readonly templates: ReadonlySet<string>;
  private readonly promises: ReadonlySet<string>;
  private readonly phases: ReadonlySet<string>;

  constructor(private readonly book: Book) {
    this.steps = new Map(book.steps.map((step) => [step.raw.id, step]));
    this.templates = new Set(book.templates.map(({ raw }) => raw.id));
    this.promises = new Set(book.promises.map(({ raw }) => raw.id));
    this.phases = new Set(book.phases.map(({ raw }) => raw.id));
  }

  step({ raw, at }: PlacedStep): Finding[] {
    const findings: Finding[] = [];
    for (const [index, gate] of (raw.requires ?? []).entries()) {
      const here = below(at, 'requires', index);
      if (typeof gate === 'string') findings.push(...this.known(gate, here));
      else if (Array.isArray(gate)) findings.push(...this.allKnown(gate, here));
      else findings.push(...this.answer(gate, here));
    }
    if (typeof raw.due === 'object') {
      findings.push(...this.known(raw.due.after, below(at, 'due', 'after')));
    }
    for (const [index, phase] of (raw.when?.phases ?? []).entries()) {
      if (this.phases.has(phase)) continue;
      const here = below(at, 'when', 'phases', index);
      findings.push(finding('unknown-phase', here, { value: phase }));
    }
    for (const [index, answer] of (raw.when?.answers ?? []).entries()) {
      findings.push(...this.answer(answer, below(at, 'when', 'answers', index)));
    }
    if (raw.serves !== undefined && !this.promises.has(raw.serves)) {
      findings.push(finding('unknown-promise', below(at, 'serves'), { value: raw.serves }));
    }
    return [...findings, ...this.ofItsKind({ raw, at })];
  }

  private ofItsKind({ raw, at }: Pick<PlacedStep, 'raw' | 'at'>): Finding[] {
    switch (raw.kind) {
      case 'task':
      case 'check':
        return [];
      case 'decision': {
        const consequences = raw.options.flatMap(({ opens = [], closes = [] }, index) => [
          ...this.allKnown(opens, below(at, 'options', index, 'opens')),
          ...this.allKnown(closes, below(at, 'options', index, 'closes')),
        ]);
        if (raw.recommended === undefined) return consequences;
        const advice = { decision: raw.id, is: [raw.recommended] };
        return [...consequences, ...this.options(advice, [below(at, 'recommended')])];
      }
      case 'draft':
        return raw.templates
          .map((template, index) => ({ template, here: below(at, 'templates', index) }))
          .filter(({ template }) => !this.templates.has(template))
          .map(({ template, here }) => finding('unknown-template', here, { value: template }));
      case 'approval':
        return this.approved(raw.draft, below(at, 'draft'));
      case 'clock':
        return this.clock(raw.clock, below(at, 'clock'));
    }
  }

  known(id: string, at: At): Finding[] {
    return this.steps.has(id) ? [] : [finding('unknown-step', at, { value: id })];
  }

  answer(answer: { decision: string; is: readonly string[] }, at: At): Finding[] {
    const unknown = this.known(answer.decision, below(at, 'decision'));
    if (unknown.length > 0) return unknown;
    if (this.steps.get(answer.decision)?.raw.kind !== 'decision') {
      return [finding('not-a-decision', below(at, 'decision'), { value: answer.decision })];
    }
    const places = answer.is.map((_, index) => below(at, 'is', index));
    return this.options(answer, places);
  }

  private options(
    { decision, is }: { decision: string; is: readonly string[] },
    places: readonly At[],
  ): Finding[] {
    const step = this.steps.get(decision)?.raw;
    const options = step?.kind === 'decision' ? step.options.map(({ id }) => id) : [];
    return is.flatMap((value, index) => {
      const at = places[index];
      if (at === undefined || options.includes(value)) return [];
      return [finding('unknown-option', at, { value, decision, allowed: options.join(', ') })];
    });
  }

  private allKnown(ids: readonly string[], at: At): Finding[] {
    return ids.flatMap((id, index) => this.known(id, below(at, index)));
  }

  private approved(draft: string, at: At): Finding[] {
    const unknown = this.known(draft, at);
    if (unknown.length > 0) return unknown;
    const isDraft = this.steps.get(draft)?.raw.kind === 'draft';
    return isDraft ? [] : [finding('approval-without-draft', at)];
  }

  private clock(clock: string, at: At): Finding[] {
    if (!(LEGAL_CLOCK_IDS as readonly string[]).includes(clock)) {
      const params = { value: clock, allowed: LEGAL_CLOCK_IDS.join(', ') };
      return [finding('unknown-clock', at, params)];
    }
    // A part lists no clocks; whoever includes it does.
    const listed = this.book.playbook?.clocks?.some(({ id }) => id === clock);
    if (this.book.playbook === null || listed) return [];
    return [finding('clock-not-listed', at, { value: clock })];
  }
}
