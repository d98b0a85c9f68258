import { Button } from '@mantine/core';
import type { FactorsView, PasskeyView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from '../people/people.module.css';
import { Decision } from '../ui/decision.js';
import { AddPasskeyDialog } from './add-passkey-dialog.js';
import { useRemoveFactor } from './use-remove-factor.js';

/** Each passkey, and a way to add one where browsers know them. */
export function PasskeyRows({
  factors: { passkeys, passkeysHere },
  isLast,
  onCodes,
}: {
  factors: FactorsView;
  isLast: boolean;
  onCodes: (codes: readonly string[]) => void;
}) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <li className={classes.row}>
        <span className={classes.who}>
          <strong>{t('proof:factors.passkeys')}</strong>
          <br />
          <span className={classes.small}>
            {passkeysHere
              ? passkeys.length === 0
                ? t('proof:factors.passkeyNone')
                : passkeys.length
              : t('proof:factors.passkeysNotHere', {
                  url: `http://localhost:${window.location.port}`,
                })}
          </span>
        </span>
        {passkeysHere ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('proof:factors.addPasskey')}
          </Button>
        ) : null}
        {adding ? <AddPasskeyDialog onClose={() => setAdding(false)} onCodes={onCodes} /> : null}
      </li>
      {passkeys.map((key) => (
        <PasskeyRow key={key.id} passkey={key} isLast={isLast} />
      ))}
    </>
  );
}

function PasskeyRow({ passkey, isLast }: { passkey: PasskeyView; isLast: boolean }) {
  const t = useText();
  const format = useFormat();
  const [removing, setRemoving] = useState(false);
  const { id, name, createdAt, lastUsedAt } = passkey;
  const remove = useRemoveFactor(`passkeys/${id}`, name, () => setRemoving(false));
  const time = format.dateTime(createdAt);
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        {name}
        <br />
        <span className={classes.small}>
          {lastUsedAt === null
            ? t('proof:factors.passkeyUnused', { time })
            : t('proof:factors.passkeyUsed', { time, used: format.dateTime(lastUsedAt) })}
        </span>
      </span>
      <Button
        variant="default"
        aria-label={t('proof:factors.removePasskey', { name })}
        onClick={() => setRemoving(true)}
      >
        {t('proof:factors.remove')}
      </Button>
      {removing ? (
        <Decision
          title={t('proof:factors.removeTitle', { name })}
          consequence={t(isLast ? 'proof:factors.removeLast' : 'proof:factors.removeText')}
          confirm={t('proof:factors.remove')}
          busy={remove.isPending}
          onClose={() => setRemoving(false)}
          onConfirm={() => remove.mutate()}
        />
      ) : null}
    </li>
  );
}
