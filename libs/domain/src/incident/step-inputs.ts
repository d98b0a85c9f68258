import { DomainError } from '../errors.js';
import type { PlaybookStep, StepInput } from '../playbook/playbook-step.js';

export type InputValues = Readonly<Record<string, string>>;

/** Under which keys an input's values are kept: words once per language, everything else once. */
export function inputKeys({ key, perLanguage }: Pick<StepInput, 'key' | 'perLanguage'>): string[] {
  return perLanguage ? [`${key}:de`, `${key}:en`] : [key];
}

/**
 * What was entered for a step, trimmed; what the step does not ask for is dropped. Refuses what is missing, too long or
 * no choice. Words that are needed must be there in one language at least: the other may follow.
 */
export function readInputs(step: Pick<PlaybookStep, 'inputs'>, values: InputValues): InputValues {
  const read: Record<string, string> = {};
  for (const input of step.inputs) {
    const keys = inputKeys(input);
    for (const key of keys) {
      const value = Object.hasOwn(values, key) ? (values[key] ?? '').trim() : '';
      if (value === '') continue;
      if (value.length > input.maxLength) {
        throw new DomainError('text-too-long', { field: key, max: input.maxLength });
      }
      if (input.type === 'choice' && !input.choices.some(({ id }) => id === value)) {
        throw new DomainError('option-unknown', { option: value });
      }
      read[key] = value;
    }
    if (input.required && keys.every((key) => read[key] === undefined)) {
      throw new DomainError('input-missing', { key: input.key });
    }
  }
  return read;
}
