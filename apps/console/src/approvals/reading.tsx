import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Statement } from '@sturmwarte/domain';
import { useState } from 'react';
import { useKeys } from '../keyboard/keyboard.js';
import { useText } from '../language/text.js';
import { AskButton } from '../room/ask-button.js';
import { SOME_REASON, useRoom, SOME_PROOF } from '../room/room-context.js';
import { useSession } from '../session/session.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { keyOf, newestOf } from '../statements/variant-of.js';
import { approvalQueue } from './approval-queue.js';
import { ApproveDialog } from './approve-dialog.js';
import { RefuseDialog } from './refuse-dialog.js';
import classes from './reading.module.css';
import { useReadVersions, type ReadVersions } from './use-read-versions.js';
import { VariantReading } from './variant-reading.js';

/** A statement in front of whoever is to say yes: every text, what changed, and the three answers. */
export function Reading({
  statementId,
  known = {},
}: {
  statementId: number;
  /** What the server remembers: the version read last, by channel and language. */
  known?: Readonly<Record<string, number>>;
}) {
  const t = useText();
  const { incident } = useRoom();
  const statement = incident.statements.find(({ id }) => id === statementId);
  if (statement === undefined) return <p>{t('statements:notHere')}</p>;
  return <StatementReading statement={statement} known={known} />;
}

function StatementReading({
  statement,
  known,
}: {
  statement: Statement;
  known: Readonly<Record<string, number>>;
}) {
  const t = useText();
  const { id, incident, ask, now } = useRoom();
  const { person } = useSession();
  // Looked at anew with every tick, to the very moment the buttons ask about.
  useSpaceClock();
  const at = new Date(now()).toISOString();
  const reads = useReadVersions(id, statement, known);
  const [dialog, setDialog] = useState<'approve' | 'return' | 'reject' | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [item] = approvalQueue(
    [{ id, incident: { ...incident, statements: [statement] } }],
    person,
    at,
  );
  const waiting = item?.waiting ?? [];
  const mine = waiting.filter(({ places }) => places.length > 0);
  const chosen = mine.filter(({ variant }) => !left.includes(keyOf(variant)));
  const changed = mine.filter(({ variant }) => reads.isStale(variant));
  const [first] = chosen.length > 0 ? chosen : mine;
  const role = first?.places[0]?.role ?? waiting[0]?.state.rule?.stages[0]?.roles[0] ?? 'pr';
  // Whoever may answer none of them is told why, by the first.
  const asked = [chosen, mine, waiting].find(({ length }) => length > 0) ?? [];
  const bound = asked.map(({ variant }) => ({
    ...{ channel: variant.channel, language: variant.language, hash: newestOf(variant).hash },
  }));
  const blocked =
    changed.length > 0
      ? t('approvals:changed.off')
      : chosen.length === 0 && mine.length > 0
        ? t('approvals:chooseOne')
        : null;
  const approve = {
    type: 'approve-wording',
    ...{ statement: statement.id, variants: bound, role, note: null, proof: SOME_PROOF },
  } as const;
  const refuse = {
    ...{ statement: statement.id, role },
    ...(bound[0] ?? { channel: 'x' as const, language: 'de' as const, hash: '' }),
  };
  const close = (): void => setDialog(null);
  // A key asks the same as its button: not while something is in the way.
  const canAsk = blocked === null && first !== undefined && ask(approve) === null;
  useKeys(
    canAsk
      ? {
          f: () => setDialog('approve'),
          ä: () => setDialog('return'),
          r: () => setDialog('return'),
          x: () => setDialog('reject'),
        }
      : {},
  );
  return (
    <div className={classes.reading}>
      {waiting.length === 0 ? <NoLonger statement={statement} reads={reads} /> : null}
      {statement.core.trim() === '' ? null : (
        <p>
          <strong>{t('statements:core.title')}:</strong> {statement.core}
        </p>
      )}
      {waiting.map((one) => (
        <VariantReading
          key={keyOf(one.variant)}
          statement={statement}
          waiting={one}
          reads={reads}
          isChosen={mine.length > 1 && one.places.length > 0 ? chosen.includes(one) : null}
          onChoose={(is) =>
            setLeft(
              is ? left.filter((key) => key !== keyOf(one.variant)) : [...left, keyOf(one.variant)],
            )
          }
        />
      ))}
      {waiting.length === 0 ? null : (
        <div className={classes.answers} role="group" aria-label={t('approvals:answers')}>
          <AskButton
            size="md"
            variant="filled"
            shortcut="F"
            command={approve}
            blocked={blocked}
            onClick={() => setDialog('approve')}
          >
            {t('approvals:approve.button', { count: Math.max(1, chosen.length) })}
          </AskButton>
          <AskButton
            size="md"
            shortcut="Ä"
            command={{ type: 'return-wording', ...refuse, comment: SOME_REASON }}
            blocked={blocked}
            onClick={() => setDialog('return')}
          >
            {t('approvals:return.button')}
          </AskButton>
          <AskButton
            size="md"
            shortcut="X"
            command={{ type: 'reject-wording', ...refuse, reason: SOME_REASON }}
            blocked={blocked}
            onClick={() => setDialog('reject')}
          >
            {t('approvals:reject.button')}
          </AskButton>
          <Button
            variant="subtle"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/incidents/$incidentId/statements/$statementId"
                params={{ incidentId: id, statementId: statement.id }}
                search={
                  (({ space }: { space?: number }) =>
                    space === undefined ? {} : { space }) as never
                }
              />
            )}
          >
            {t('approvals:toStatement')}
          </Button>
        </div>
      )}
      {dialog === 'approve' && chosen.length > 0 ? (
        <ApproveDialog statement={statement} chosen={chosen} onClose={close} />
      ) : null}
      {(dialog === 'return' || dialog === 'reject') && mine.length > 0 ? (
        <RefuseDialog kind={dialog} statement={statement} mine={chosen} onClose={close} />
      ) : null}
    </div>
  );
}

/** It was open when the last of it stopped waiting: changed, approved or refused by somebody else. */
function NoLonger({ statement, reads }: { statement: Statement; reads: ReadVersions }) {
  const t = useText();
  const changed = statement.variants.filter((variant) => reads.isStale(variant));
  return (
    <div role="status" className={changed.length === 0 ? undefined : classes.changed}>
      {changed.map((variant) => (
        <p key={keyOf(variant)}>
          {t('approvals:changed.text', {
            name: newestOf(variant).written.by?.name ?? t('journal:machine'),
            version: newestOf(variant).version,
          })}
        </p>
      ))}
      <p>{t(changed.length === 0 ? 'approvals:settled' : 'approvals:changed.notAsked')}</p>
    </div>
  );
}
