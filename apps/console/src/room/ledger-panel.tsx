import { LEDGER_STANDINGS } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { AskButton } from './ask-button.js';
import { ClaimDialog } from './claim-dialog.js';
import { ClaimRow } from './claim-row.js';
import classes from './ledger-panel.module.css';
import { Panel } from './panel.js';
import panel from './panel.module.css';
import { SOME_REASON, useRoom } from './room-context.js';

/** What is certain, what is assumed, what is open: counted, and each claim with where it comes from. */
export function LedgerPanel() {
  const t = useText();
  const { incident } = useRoom();
  const [recording, setRecording] = useState(false);
  return (
    <Panel
      title={t('room:ledger.title')}
      actions={
        incident.state === 'open' ? (
          <AskButton
            command={{
              type: 'record-claim',
              text: SOME_REASON,
              standing: 'open',
              source: null,
            }}
            onClick={() => setRecording(true)}
          >
            {t('room:ledger.record')}
          </AskButton>
        ) : null
      }
    >
      <p className={classes.counts}>
        {(['fact', 'assumption', 'open'] as const).map((standing) => (
          <span key={standing}>
            {t(`journal:standing.${standing}`)}{' '}
            <strong>{incident.claims.filter((claim) => claim.standing === standing).length}</strong>
          </span>
        ))}
      </p>
      {LEDGER_STANDINGS.map((standing) => {
        const claims = incident.claims.filter((claim) => claim.standing === standing);
        if (claims.length === 0) return null;
        return (
          <section key={standing} aria-label={t(`journal:standing.${standing}`)}>
            <h3 className={classes.heading}>{t(`journal:standing.${standing}`)}</h3>
            <ul className={panel.list}>
              {claims.map((claim) => (
                <ClaimRow key={claim.id} claim={claim} />
              ))}
            </ul>
          </section>
        );
      })}
      {recording ? <ClaimDialog onClose={() => setRecording(false)} /> : null}
    </Panel>
  );
}
