import type { AnswerRef, PlaybookStep } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpan } from './use-span.js';

/** Sentences on when a step is called for: after what, from which level on, how often. */
export function useStepConditions(
  steps: readonly PlaybookStep[],
): (step: PlaybookStep) => readonly string[] {
  const t = useText();
  const { language } = useFormat();
  const span = useSpan();
  return useCallback(
    ({ requires, when, repeat }) => {
      const find = (id: string) => steps.find((one) => one.id === id);
      const nameOf = (id: string): string => find(id)?.title[language] ?? id;
      const answer = ({ decision, options }: AnswerRef) => {
        const step = find(decision);
        const labels = step?.kind === 'decision' ? step.options : [];
        const named = options.map(
          (id) => labels.find((one) => one.id === id)?.label[language] ?? id,
        );
        return { step: nameOf(decision), options: named.join(t('playbooks:step.or')) };
      };
      const gates = requires.map((gate) =>
        gate.kind === 'steps'
          ? gate.anyOf.map(nameOf).join(t('playbooks:step.or'))
          : t('playbooks:step.answer', answer(gate)),
      );
      const conditions = [
        ...(when.levelFrom === undefined
          ? []
          : [t('playbooks:step.fromLevel', { level: when.levelFrom })]),
        ...(when.impactFrom === undefined
          ? []
          : [t('playbooks:step.fromImpact', { impact: when.impactFrom })]),
        ...(when.channels === undefined
          ? []
          : [
              t('playbooks:step.onChannels', {
                channels: when.channels.map((one) => t(`names:channel.${one}`)).join(', '),
              }),
            ]),
        ...(when.answers ?? []).map((one) => t('playbooks:step.whenAnswered', answer(one))),
      ];
      const rules = repeat.map(({ levelFrom, minutes }) =>
        t('playbooks:step.everyOne', { time: span(minutes), level: levelFrom }),
      );
      return [
        ...(gates.length === 0 ? [] : [t('playbooks:step.requires', { steps: gates.join(' · ') })]),
        ...(conditions.length === 0
          ? []
          : [t('playbooks:step.from', { conditions: conditions.join(', ') })]),
        ...(rules.length === 0 ? [] : [t('playbooks:step.every', { rules: rules.join(', ') })]),
      ];
    },
    [steps, language, span, t],
  );
}
