import {
  dueMinutes,
  variablesOf,
  type AnswerRef,
  type ApprovalChain,
  type Condition,
  type ExitCheck,
  type Phase,
  type Playbook,
  type PlaybookStep,
} from '@sturmwarte/domain';
import type { Book, PlacedStep } from './book.js';
import { gatesOf } from './gates.js';
import { minutesOf } from './minutes-of.js';
import type { RawPlaybook } from './schema/playbook.schema.js';
import type { RawStep } from './schema/step.schema.js';
import { toDue } from './to-due.js';
import { toInput } from './to-input.js';
import { toWordingRule } from './to-wording-rule.js';

/** The playbook of a book in which the lint found no error. */
export function toPlaybook(book: Book & { readonly playbook: RawPlaybook }): Playbook {
  const raw = book.playbook;
  return {
    id: raw.id,
    version: raw.version,
    title: raw.title,
    summary: raw.summary,
    triggers: raw.triggers.map(({ id, title, words = [], topics = [] }) => ({
      id,
      title,
      words,
      topicKinds: topics,
    })),
    scct: {
      cluster: raw.scct.cluster,
      strategies: raw.scct.strategies,
      note: raw.scct.note ?? null,
    },
    wind: raw.wind,
    impact: raw.impact,
    autoStart: raw.autoStart ?? null,
    reviewBy: raw.reviewBy,
    includes: raw.include ?? [],
    phases: toPhases(book),
    templates: book.templates.map(({ raw: { id, channels, title, body } }) => {
      const text = { de: body.de.trim(), en: body.en.trim() };
      const variables = [...new Set([...variablesOf(text.de), ...variablesOf(text.en)])];
      return { id, channels, title, body: text, variables };
    }),
    approval: toChain(book),
    clocks: raw.clocks ?? [],
    promises: book.promises.map(({ raw: { id, title, within } }) => ({
      id,
      title,
      minutes: minutesOf(within),
    })),
    exit: book.exit.map(({ raw: { id, title, check } }) => ({ id, title, check: toCheck(check) })),
    wording: book.wording.map((rule) => toWordingRule(rule.raw)),
  };
}

/** Who approves, of a playbook with its parts or of a part alone. */
export function toChain({ approval }: Book): ApprovalChain {
  return approval.map(({ raw: { from, stages, publicWithin } }) => ({
    levelFrom: from.level,
    impactFrom: from.impact ?? null,
    stages: stages.map(({ roles, quorum, minutes, deputyAfter }) => ({
      roles,
      quorum: quorum ?? null,
      minutes: minutesOf(minutes),
      deputyAfterMinutes: minutesOf(deputyAfter),
    })),
    publicWithinMinutes: minutesOf(publicWithin),
  }));
}

function toPhases(book: Book): Phase[] {
  const steps = book.steps.map(toStep);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const nominal = (step: PlaybookStep) => dueMinutes(step, byId) ?? step.due.minutes;
  const ids = [...new Set(book.phases.map(({ raw }) => raw.id))];
  return ids.map((id) => ({
    id,
    title: book.phases.find(({ raw }) => raw.id === id && raw.title)?.raw.title ?? {
      de: id,
      en: id,
    },
    steps: steps
      .filter((step) => step.phase === id)
      .sort((one, other) => nominal(one) - nominal(other)),
  }));
}

function toStep({ raw, origin, phase }: PlacedStep): PlaybookStep {
  const base = {
    id: raw.id,
    origin,
    phase,
    role: raw.role,
    with: raw.with ?? [],
    due: toDue(raw.due),
    title: raw.title,
    why: raw.why,
    how: raw.how,
    requires: gatesOf(raw),
    when: toCondition(raw.when),
    inputs: (raw.inputs ?? []).map(toInput),
    serves: raw.serves ?? null,
    repeat: (raw.repeat ?? [])
      .map(({ level, minutes }) => ({ levelFrom: level, minutes: minutesOf(minutes) }))
      .sort((one, other) => one.levelFrom - other.levelFrom),
  };
  switch (raw.kind) {
    case 'task':
    case 'check':
      return { ...base, kind: raw.kind };
    case 'decision':
      return {
        ...base,
        kind: 'decision',
        recommended: raw.recommended ?? null,
        options: raw.options.map(({ opens = [], closes = [], ...option }) => ({
          ...option,
          opens,
          closes,
        })),
      };
    case 'draft':
      return { ...base, kind: 'draft', templates: raw.templates };
    case 'approval':
      return { ...base, kind: 'approval', draft: raw.draft };
    case 'clock':
      // The lint has seen that it is one of the list.
      return { ...base, kind: 'clock', clock: raw.clock as Playbook['clocks'][number]['id'] };
  }
}

function toAnswer({ decision, is }: { decision: string; is: string[] }): AnswerRef {
  return { decision, options: is };
}

function toCondition(raw: RawStep['when']): Condition {
  if (raw === undefined) return {};
  const { level, impact, phases, channels, answers } = raw;
  return {
    ...(level !== undefined && { levelFrom: level }),
    ...(impact !== undefined && { impactFrom: impact }),
    ...(phases !== undefined && { phases }),
    ...(channels !== undefined && { channels }),
    ...(answers !== undefined && { answers: answers.map(toAnswer) }),
  };
}

function toCheck(raw: Book['exit'][number]['raw']['check']): ExitCheck {
  if (raw.kind !== 'calm') return raw;
  return { ...raw, peakFrom: raw.peakFrom ?? null, peakBelow: raw.peakBelow ?? null };
}
