import { useQuery } from '@tanstack/react-query';
import type { FactorsView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { useText } from '../language/text.js';
import classes from '../people/people.module.css';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { AppRow } from './app-row.js';
import { CodesRow } from './codes-row.js';
import { factorsQuery } from './factors.queries.js';
import { PasskeyRows } from './passkey-rows.js';
import { RecoveryCodesDialog } from './recovery-codes-dialog.js';

/** Anmeldung und Nachweis: one's own second factors. */
export function Factors() {
  const t = useText();
  const factors = useQuery(factorsQuery);
  return (
    <section className={classes.section}>
      <h2>{t('proof:factors.title')}</h2>
      <p>{t('proof:factors.lead')}</p>
      {factors.isPending ? <Skeleton rows={3} /> : null}
      {factors.isError ? (
        <Problem problem={factors.error} retry={() => void factors.refetch()} />
      ) : null}
      {factors.data ? <Rows factors={factors.data} /> : null}
    </section>
  );
}

function Rows({ factors }: { factors: FactorsView }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const all = factors.passkeys.length + (factors.totp ? 1 : 0);
  return (
    <>
      <ul className={classes.rows}>
        <AppRow factors={factors} isLast={all === 1} onCodes={setCodes} />
        <PasskeyRows factors={factors} isLast={all === 1} onCodes={setCodes} />
        <CodesRow left={factors.recoveryCodes} needed={all > 0} onCodes={setCodes} />
      </ul>
      {codes === null ? null : <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </>
  );
}
