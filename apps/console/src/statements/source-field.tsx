import { Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Radio.css';
import { useQuery } from '@tanstack/react-query';
import { OUTLET_CHANNELS, type OutletChannel } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useRoom } from '../room/room-context.js';
import { agreedWordingsQuery } from '../wordings/wordings.queries.js';
import classes from './source-field.module.css';
import { templatesOfRoom } from './templates-of-room.js';

export interface DraftSource {
  readonly kind: 'templates' | 'agreed' | 'empty';
  readonly templates: readonly string[];
  readonly agreed: number | null;
  readonly channel: OutletChannel;
  readonly text: string;
}

/** What a statement begins from. */
export function SourceField({
  value,
  onChange,
}: {
  value: DraftSource;
  onChange: (value: DraftSource) => void;
}) {
  const t = useText();
  const { language } = useFormat();
  const { incident, playbooks } = useRoom();
  const templates = templatesOfRoom(incident, playbooks);
  const { data: wordings = [] } = useQuery(agreedWordingsQuery);
  const agreed = wordings.filter(
    ({ standing, brandId }) =>
      standing === 'valid' && (brandId === null || brandId === incident.brandId),
  );
  return (
    <>
      <Radio.Group
        label={t('statements:source.label')}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      >
        <div className={classes.row}>
          {templates.length === 0 ? null : (
            <Radio value="templates" label={t('statements:source.templates')} />
          )}
          {agreed.length === 0 ? null : (
            <Radio value="agreed" label={t('statements:source.agreed')} />
          )}
          <Radio value="empty" label={t('statements:source.empty')} />
        </div>
      </Radio.Group>
      {value.kind === 'templates' ? (
        <div role="group" aria-label={t('statements:source.templates')} className={classes.list}>
          {templates.map(({ id, title, channels }) => (
            <Checkbox
              key={id}
              label={`${title[language]} (${channels.map((one) => t(`playbooks:channel.${one}`)).join(', ')})`}
              checked={value.templates.includes(id)}
              onChange={(event) =>
                onChange({
                  ...value,
                  templates: event.currentTarget.checked
                    ? [...value.templates, id]
                    : value.templates.filter((other) => other !== id),
                })
              }
            />
          ))}
        </div>
      ) : null}
      {value.kind === 'agreed' ? (
        <NativeSelect
          label={t('statements:source.which')}
          value={value.agreed ?? ''}
          onChange={(event) => {
            const id = Number(event.currentTarget.value);
            onChange({ ...value, agreed: id === 0 ? null : id });
          }}
          data={[
            { value: '', label: t('statements:source.noneChosen') },
            ...agreed.map(({ id, title }) => ({ value: String(id), label: title })),
          ]}
        />
      ) : null}
      {value.kind === 'empty' ? (
        <>
          <NativeSelect
            label={t('statements:channel')}
            value={value.channel}
            onChange={(event) =>
              onChange({ ...value, channel: event.currentTarget.value as OutletChannel })
            }
            data={OUTLET_CHANNELS.map((one) => ({
              value: one,
              label: t(`playbooks:channel.${one}`),
            }))}
          />
          <Textarea
            label={t('statements:source.text')}
            autosize
            minRows={3}
            maxRows={12}
            maxLength={20_000}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
          />
        </>
      ) : null}
    </>
  );
}
