import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { useNavigate } from '@tanstack/react-router';
import { STATEMENT_PURPOSES, TEXT_LANGUAGES, type StatementPurpose } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useRoom } from '../room/room-context.js';
import { WordsField } from '../room/words-field.js';
import { Decision } from '../ui/decision.js';
import { ClaimsField } from './claims-field.js';
import classes from './draft-dialog.module.css';
import { GapFields } from './gap-fields.js';
import { purposeOfTemplate } from './purpose-of-template.js';
import { SourceField, type DraftSource } from './source-field.js';
import { useDraftTexts } from './use-draft-texts.js';

/** What a new statement is begun for: a step of a playbook, or the correction of something published. */
export interface DraftOccasion {
  readonly step: { readonly run: number; readonly step: string } | null;
  readonly templates: readonly string[];
  readonly title: string;
  readonly corrects: number | null;
}

export const NO_OCCASION: DraftOccasion = { step: null, templates: [], title: '', corrects: null };

/** A new statement: from templates with their gaps filled, from agreed wording, or from nothing. */
export function DraftDialog({
  occasion = NO_OCCASION,
  onClose,
}: {
  occasion?: DraftOccasion;
  onClose: () => void;
}) {
  const t = useText();
  const navigate = useNavigate();
  const { id, incident, order, busy } = useRoom();
  const [title, setTitle] = useState(occasion.title);
  const [source, setSource] = useState<DraftSource>({
    kind: occasion.templates.length > 0 ? 'templates' : 'empty',
    templates: occasion.templates,
    agreed: null,
    channel: 'website',
    text: '',
  });
  const [languages, setLanguages] = useState<readonly ('de' | 'en')[]>(TEXT_LANGUAGES);
  const [purpose, setPurpose] = useState<StatementPurpose>(
    occasion.corrects === null ? purposeOfTemplate(occasion.templates[0] ?? '') : 'correction',
  );
  const [gaps, setGaps] = useState<Readonly<Record<string, string>>>({});
  const [core, setCore] = useState('');
  const [claims, setClaims] = useState<readonly number[]>([]);
  const { variants, missing, named } = useDraftTexts(source, languages, gaps);
  const isReady = title.trim() !== '' && variants.length > 0;
  const begin = async (): Promise<void> => {
    const answer = await order({
      type: 'draft-statement',
      ...{ title: title.trim(), purpose, step: occasion.step, core: core.trim() },
      template: source.kind === 'templates' ? (source.templates[0] ?? null) : null,
      ...{ claims: [...claims], corrects: occasion.corrects, promise: null, variants },
    });
    const drafted = answer?.entries.find(({ event }) => event.type === 'statement-drafted');
    if (drafted === undefined) return;
    onClose();
    await navigate({
      to: '/incidents/$incidentId/statements/$statementId',
      params: { incidentId: id, statementId: drafted.seq },
      search: (before) => before,
    });
  };
  return (
    <Decision
      title={t('statements:draft.title')}
      consequence={t('statements:draft.text')}
      confirm={t('statements:draft.confirm')}
      busy={busy}
      ready={isReady}
      size="lg"
      onConfirm={() => void begin()}
      onClose={onClose}
    >
      <TextInput
        label={t('statements:name')}
        data-autofocus
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <SourceField
        value={source}
        onChange={(next) => {
          setSource(next);
          const [first] = next.templates;
          const isNew = first !== undefined && first !== source.templates[0];
          if (next.kind === 'templates' && isNew) setPurpose(purposeOfTemplate(first));
        }}
      />
      {source.kind === 'agreed' ? null : (
        <div role="group" aria-label={t('statements:draft.languages')} className={classes.row}>
          {TEXT_LANGUAGES.map((language) => (
            <Checkbox
              key={language}
              label={t(`statements:language.${language}`)}
              checked={languages.includes(language)}
              onChange={(event) =>
                setLanguages(
                  TEXT_LANGUAGES.filter((one) =>
                    one === language ? event.currentTarget.checked : languages.includes(one),
                  ),
                )
              }
            />
          ))}
        </div>
      )}
      <GapFields missing={missing} named={named} values={gaps} onChange={setGaps} />
      <NativeSelect
        label={t('statements:purpose.label')}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value as StatementPurpose)}
        data={STATEMENT_PURPOSES.map((one) => ({
          value: one,
          label: t(`statements:purpose.${one}`),
        }))}
      />
      <WordsField
        value={core}
        onChange={setCore}
        label={t('statements:core.title')}
        description={t('statements:core.hint')}
        optional
      />
      <ClaimsField chosen={claims} onChange={setClaims} all={incident.claims} />
    </Decision>
  );
}
