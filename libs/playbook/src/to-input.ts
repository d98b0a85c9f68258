import type { StepInput } from '@sturmwarte/domain';
import type { RawStep } from './schema/step.schema.js';

/** Characters an input may have when its playbook does not say. */
const USUAL_LENGTH: Readonly<Record<StepInput['type'], number>> = {
  text: 60,
  choice: 60,
  link: 40,
  phone: 20,
  date: 10,
  number: 10,
  time: 5,
  'yes-no': 4,
};

/** An input as written, as the domain knows it. */
export function toInput(raw: NonNullable<RawStep['inputs']>[number]): StepInput {
  return {
    key: raw.key,
    label: raw.label,
    type: raw.type,
    required: raw.required ?? true,
    perLanguage: raw.perLanguage ?? raw.type === 'text',
    maxLength: raw.max ?? USUAL_LENGTH[raw.type],
    choices: raw.choices ?? [],
  };
}
