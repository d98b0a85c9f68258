import { inputKeys, type PlaybookStep, type StepInput } from '@sturmwarte/domain';

export interface StepField {
  /** Under which its value is kept. */
  readonly key: string;
  readonly input: StepInput;
  /** Words that are asked for once per language; null: once for all. */
  readonly language: 'de' | 'en' | null;
}

/** The fields a step asks to be filled in: words once per language, everything else once. */
export function fieldsOfStep({ inputs }: Pick<PlaybookStep, 'inputs'>): readonly StepField[] {
  return inputs.flatMap((input) =>
    inputKeys(input).map((key): StepField => {
      const language = input.perLanguage ? (key.endsWith(':de') ? 'de' : 'en') : null;
      return { key, input, language };
    }),
  );
}
