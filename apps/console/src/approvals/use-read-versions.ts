import type { Statement, Variant } from '@sturmwarte/domain';
import { useEffect, useState } from 'react';
import { api } from '../api/call.js';
import { useSession } from '../session/session.js';
import { keyOf, newestOf } from '../statements/variant-of.js';
import { lastRead, rememberRead } from './last-read.js';

export interface ReadVersions {
  /** The version on screen before this visit; null: never read here. */
  readonly before: (variant: Variant) => number | null;
  /** The version that was on screen when the reader began; what came after it is not read yet. */
  readonly reading: (variant: Variant) => number;
  readonly isStale: (variant: Variant) => boolean;
  /** The reader has turned to the newest version. */
  readonly readNewest: (variant: Variant) => void;
}

/** Which version of each text the reader has in front of them: a yes is to those words, not to newer ones. */
export function useReadVersions(
  incident: number,
  statement: Statement,
  known: Readonly<Record<string, number>>,
): ReadVersions {
  const { person } = useSession();
  const placeOf = (variant: Variant) => ({
    ...{ person: person.id, incident, statement: statement.id, variant },
  });
  const [before, setBefore] = useState(() =>
    byKey(statement, (one) => known[keyOf(one)] ?? lastRead(placeOf(one))),
  );
  const [reading, setReading] = useState(() => byKey(statement, (one) => newestOf(one).version));
  const seen = statement.variants.map((one) => reading[keyOf(one)] ?? 0).join();
  useEffect(() => {
    for (const variant of statement.variants) {
      const version = reading[keyOf(variant)];
      if (version === undefined || version === null) continue;
      rememberRead(placeOf(variant), version);
      const { channel, language } = variant;
      const had = { incidentId: incident, statement: statement.id, channel, language, version };
      // Lost without harm: this browser remembers too.
      void api.put('/approvals/readings', had).catch(() => undefined);
    }
    // Only when the reader turns to another version.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [seen]);
  const now = (variant: Variant): number => reading[keyOf(variant)] ?? newestOf(variant).version;
  return {
    before: (variant) => before[keyOf(variant)] ?? null,
    reading: now,
    isStale: (variant) => now(variant) !== newestOf(variant).version,
    readNewest: (variant) => {
      setBefore({ ...before, [keyOf(variant)]: now(variant) });
      setReading({ ...reading, [keyOf(variant)]: newestOf(variant).version });
    },
  };
}

function byKey(
  { variants }: Statement,
  of: (variant: Variant) => number | null,
): Readonly<Record<string, number | null>> {
  return Object.fromEntries(variants.map((one) => [keyOf(one), of(one)]));
}
