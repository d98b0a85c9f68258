import { Link } from '@tanstack/react-router';
import type { Statement } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { Panel } from '../room/panel.js';
import panel from '../room/panel.module.css';
import { useRoom } from '../room/room-context.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { DraftDialog } from './draft-dialog.js';
import { SOME_DRAFT } from './some-draft.js';
import { StandingMark } from './standing-mark.js';
import classes from './statements-panel.module.css';
import { useVariantName } from './use-variant-name.js';
import { keyOf } from './variant-of.js';
import { standingOf } from './variant-standing.js';

/** Stellungnahmen: what we say and mean to say, and how far each text has come. */
export function StatementsPanel() {
  const t = useText();
  const { incident } = useRoom();
  const [drafting, setDrafting] = useState(false);
  const { statements } = incident;
  const live = statements.filter(({ dropped }) => dropped === null);
  const dropped = statements.filter((one) => one.dropped !== null);
  return (
    <Panel
      title={t('statements:title')}
      actions={
        incident.state === 'open' ? (
          <AskButton command={SOME_DRAFT} onClick={() => setDrafting(true)}>
            {t('statements:draft.button')}
          </AskButton>
        ) : null
      }
    >
      {live.length === 0 ? <p className={panel.small}>{t('statements:none')}</p> : null}
      <ul className={panel.list}>
        {live.toReversed().map((statement) => (
          <StatementLine key={statement.id} statement={statement} />
        ))}
      </ul>
      {dropped.length === 0 ? null : (
        <details className={classes.dropped}>
          <summary>{t('statements:droppedOnes', { count: dropped.length })}</summary>
          <ul className={panel.list}>
            {dropped.map((statement) => (
              <StatementLine key={statement.id} statement={statement} />
            ))}
          </ul>
        </details>
      )}
      {drafting ? <DraftDialog onClose={() => setDrafting(false)} /> : null}
    </Panel>
  );
}

function StatementLine({ statement }: { statement: Statement }) {
  const t = useText();
  const { id, incident } = useRoom();
  const at = new Date(useSpaceClock()).toISOString();
  const variantName = useVariantName();
  const open = statement.comments.filter(({ settled }) => settled === null).length;
  return (
    <li>
      <Link
        to="/incidents/$incidentId/statements/$statementId"
        params={{ incidentId: id, statementId: statement.id }}
        search={(before) => before}
        className={classes.title ?? ''}
        data-entry={`statement-${statement.id}`}
      >
        {statement.title}
      </Link>
      <p className={panel.small}>
        {t(`statements:purpose.${statement.purpose}`)}
        {open === 0 ? '' : ` · ${t('statements:comments.open', { count: open })}`}
      </p>
      <ul className={classes.variants}>
        {statement.variants
          .filter(({ dropped }) => dropped === null)
          .map((variant) => (
            <li key={keyOf(variant)}>
              <span>{variantName(variant)}</span>
              <StandingMark standing={standingOf(incident, statement, variant, at)} />
            </li>
          ))}
      </ul>
    </li>
  );
}
