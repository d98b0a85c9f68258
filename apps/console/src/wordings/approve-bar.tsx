import { Button } from '@mantine/core';
import type { AgreedView } from '@sturmwarte/contracts';
import {
  AGREED_ROLES,
  decideAgreed,
  DomainError,
  rolesMissing,
  type AgreedRole,
  type BoundVariant,
} from '@sturmwarte/domain';
import { useState } from 'react';
import { Refusal } from '../api/refusal.js';
import { useRefusalText } from '../api/refusal-text.js';
import { useText } from '../language/text.js';
import { useServerNow } from '../live/use-server-now.js';
import { useSession } from '../session/session.js';
import { ApproveDialog } from './approve-dialog.js';
import { ReasonedOrder } from './reasoned-order.js';
import classes from './wordings.module.css';

/** Approve and return, by the same rule as the server's; whoever may not reads why. */
export function ApproveBar({ wording }: { wording: AgreedView }) {
  const t = useText();
  const refusalText = useRefusalText();
  const judge = useJudge(wording);
  const [approving, setApproving] = useState<AgreedRole | null>(null);
  const [returning, setReturning] = useState<AgreedRole | null>(null);
  const open = AGREED_ROLES.filter((role) => missingFor(wording, role).length > 0);
  if (open.length === 0) return null;
  const allowed = open.filter((role) => judge(role) === null);
  // Whoever holds one of the roles reads why this one does not help.
  const refusals = open.map(judge).filter((one) => one !== null);
  const why = refusals.find(({ code }) => code !== 'approval-role-needed') ?? refusals[0] ?? null;
  return (
    <section className={classes.decide} aria-labelledby="approve">
      <h2 id="approve">{t('wording:approve.title')}</h2>
      {allowed.length === 0 && why !== null ? (
        <p className={classes.dim}>{refusalText(refusalFor(why, open))}</p>
      ) : null}
      <div className={classes.buttons}>
        {allowed.map((role) => (
          <span key={role} className={classes.buttons}>
            <Button variant="default" onClick={() => setReturning(role)}>
              {t('wording:approve.return')}
            </Button>
            <Button onClick={() => setApproving(role)}>
              {t('wording:approve.button', { role: t(`names:role.${role}`) })}
            </Button>
          </span>
        ))}
      </div>
      {approving === null ? null : (
        <ApproveDialog
          wording={wording}
          role={approving}
          variants={missingFor(wording, approving)}
          onClose={() => setApproving(null)}
        />
      )}
      {returning === null ? null : (
        <ReasonedOrder
          title={t('wording:return.title')}
          consequence={t('wording:return.text')}
          confirm={t('wording:approve.return')}
          label={t('wording:return.comment')}
          path={`/agreed-wordings/${wording.id}/return`}
          body={(comment) => ({ base: wording.seq, role: returning, comment })}
          onClose={() => setReturning(null)}
        />
      )}
    </section>
  );
}

/** Who holds neither role is told both. */
function refusalFor({ code, params }: DomainError, open: readonly AgreedRole[]): Refusal {
  const roles = code === 'approval-role-needed' ? { roles: open.join(',') } : {};
  return new Refusal(code, { ...params, ...roles }, null);
}

function missingFor(wording: AgreedView, role: AgreedRole): readonly BoundVariant[] {
  return wording.variants.filter((variant) => rolesMissing(wording, variant).includes(role));
}

/** Why this person may not approve in this role; null: she may. */
function useJudge(wording: AgreedView): (role: AgreedRole) => DomainError | null {
  const { person } = useSession();
  const at = new Date(useServerNow(60_000)).toISOString();
  return (role) => {
    const variants = missingFor(wording, role);
    const command = { type: 'approve', role, variants, proof: 'password' } as const;
    try {
      decideAgreed(wording, wording.brandId, command, person, at);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  };
}
