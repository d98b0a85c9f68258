import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PlaybookRun, PlaybookStep } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { useRoom } from '../room/room-context.js';
import { DraftDialog } from './draft-dialog.js';
import { SOME_DRAFT } from './some-draft.js';

/** A step of kind draft opens its statement, or begins it; a step of kind approval leads to what waits. */
export function WordsOfStep({ run, step }: { run: PlaybookRun; step: PlaybookStep }) {
  const t = useText();
  const { language } = useFormat();
  const { id, incident } = useRoom();
  const [drafting, setDrafting] = useState(false);
  if (step.kind !== 'draft' && step.kind !== 'approval') return null;
  const draftStep = step.kind === 'draft' ? step.id : step.draft;
  const statement = incident.statements.findLast(
    (one) => one.dropped === null && one.step?.run === run.id && one.step.step === draftStep,
  );
  const title = step.title[language];
  if (statement !== undefined) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/incidents/$incidentId/statements/$statementId"
            params={{ incidentId: id, statementId: statement.id }}
            search={(before) => before}
          />
        )}
      >
        {t('statements:draft.openStep')}
        <span className="sw-hidden">: {title}</span>
      </Button>
    );
  }
  if (step.kind === 'approval' || incident.state !== 'open') return null;
  return (
    <>
      <AskButton command={SOME_DRAFT} onClick={() => setDrafting(true)} about={title}>
        {t('statements:draft.ofStep')}
      </AskButton>
      {drafting ? (
        <DraftDialog
          occasion={{
            step: { run: run.id, step: step.id },
            ...{ templates: step.templates, title: '', corrects: null },
          }}
          onClose={() => setDrafting(false)}
        />
      ) : null}
    </>
  );
}
