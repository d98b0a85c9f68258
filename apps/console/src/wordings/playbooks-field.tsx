import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { playbooksQuery } from '../playbooks/playbooks.queries.js';
import classes from './wordings.module.css';

/** The playbooks the words are meant for; none: whatever runs. */
export function PlaybooksField({
  value,
  onChange,
}: {
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
}) {
  const t = useText();
  const { language } = useFormat();
  const { data: playbooks = [] } = useQuery(playbooksQuery);
  return (
    <details className={classes.box} open={value.length > 0}>
      <summary>{t('wording:write.playbooks', { count: value.length })}</summary>
      <div className={classes.choices} role="group" aria-label={t('wording:write.playbooksLabel')}>
        {playbooks.map(({ ref: { id, title } }) => (
          <Checkbox
            key={id}
            label={`${id} ${title[language]}`}
            checked={value.includes(id)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              onChange(checked ? [...value, id].sort() : value.filter((one) => one !== id));
            }}
          />
        ))}
      </div>
    </details>
  );
}
