import type { Incident } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { Refusal } from '../api/refusal.js';
import { useRefusalText } from '../api/refusal-text.js';
import type { Playbooks } from '../incidents/use-playbooks.js';
import { useFormat } from '../language/format.js';
import { namesOfSteps } from './names-of-steps.js';

/** The sentence of a refusal, with the steps it waits for and the field it misses by their names. */
export function useRoomRefusal(
  incident: Incident,
  playbooks: Playbooks,
): (problem: unknown) => string {
  const sentence = useRefusalText();
  const { language } = useFormat();
  return useCallback(
    (problem) => {
      if (!(problem instanceof Refusal)) return sentence(problem);
      const { waitsFor, key, ...rest } = problem.params;
      const steps = namesOfSteps(incident, playbooks, language);
      const named = {
        ...rest,
        ...(typeof waitsFor === 'string'
          ? {
              waitsFor: waitsFor
                .split(', ')
                .map((id) => steps.get(id) ?? id)
                .join(', '),
            }
          : {}),
        ...(typeof key === 'string' ? { key: inputName(playbooks, key, language) } : {}),
      };
      return sentence(new Refusal(problem.code, named, problem.traceId));
    },
    [incident, playbooks, language, sentence],
  );
}

function inputName(playbooks: Playbooks, key: string, language: 'de' | 'en'): string {
  const inputs = [...playbooks.values()].flatMap(({ phases }) =>
    phases.flatMap(({ steps }) => steps.flatMap((step) => step.inputs)),
  );
  return inputs.find((input) => input.key === key)?.label[language] ?? key;
}
