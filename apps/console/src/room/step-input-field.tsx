import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import type { StepField } from './fields-of-step.js';

const HTML_TYPE = {
  number: 'number',
  time: 'time',
  date: 'date',
  link: 'url',
  phone: 'tel',
} as const;

/** A field as the playbook describes it. */
export function StepInputField({
  field,
  value,
  onChange,
}: {
  field: StepField;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useText();
  const { language } = useFormat();
  const { label, type, required, maxLength, choices } = field.input;
  const name = label[language];
  const common = {
    label:
      field.language === null ? name : `${name} (${t(`steps:step.language.${field.language}`)})`,
    required: required && field.language === null,
    withAsterisk: false,
    ...(field.language === null ? {} : { lang: field.language }),
  };
  if (type === 'choice' || type === 'yes-no') {
    const data =
      type === 'choice'
        ? choices.map(({ id, label: name }) => ({ value: id, label: name[language] }))
        : (['yes', 'no'] as const).map((answer) => ({
            value: answer,
            label: t(`steps:step.${answer}`),
          }));
    return (
      <NativeSelect
        {...common}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: t('steps:step.choose') }, ...data]}
      />
    );
  }
  if (type === 'text') {
    return (
      <Textarea
        {...common}
        maxLength={maxLength}
        autosize
        minRows={1}
        maxRows={6}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={HTML_TYPE[type]}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
