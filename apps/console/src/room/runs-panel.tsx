import { useState } from 'react';
import { useText } from '../language/text.js';
import { RightButton } from '../ui/right-button.js';
import { Skeleton } from '../ui/skeleton.js';
import { Panel } from './panel.js';
import panel from './panel.module.css';
import { useRoom } from './room-context.js';
import { RunSection } from './run-section.js';
import { StartPlaybookDialog } from './start-playbook-dialog.js';
import { Suggestions } from './suggestions.js';

/** What is to be done: the steps of every playbook that runs here, and a way to start one. */
export function RunsPanel({ isPending }: { isPending: boolean }) {
  const t = useText();
  const { incident } = useRoom();
  const [starting, setStarting] = useState(false);
  const running = incident.runs.filter(({ stopped }) => stopped === null);
  return (
    <Panel
      title={t('steps:runs.title')}
      actions={
        incident.state === 'open' && running.length > 0 ? (
          <RightButton
            right="playbook.start"
            brandId={incident.brandId}
            size="compact-sm"
            variant="default"
            onClick={() => setStarting(true)}
          >
            {t('steps:runs.start')}
          </RightButton>
        ) : null
      }
    >
      {isPending ? <Skeleton rows={3} /> : null}
      {running.map((run) => (
        <RunSection key={run.id} run={run} />
      ))}
      {incident.runs.length === 0 ? <p className={panel.dim}>{t('steps:runs.none')}</p> : null}
      {running.length === 0 && incident.state === 'open' ? (
        <Suggestions onMore={() => setStarting(true)} />
      ) : null}
      {incident.runs
        .filter(({ stopped }) => stopped !== null)
        .map((run) => (
          <RunSection key={run.id} run={run} />
        ))}
      {starting ? <StartPlaybookDialog onClose={() => setStarting(false)} /> : null}
    </Panel>
  );
}
