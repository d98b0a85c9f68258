import { legalClockRule } from '@sturmwarte/clock';
import type { LegalClockId, Text as BothLanguages } from '@sturmwarte/domain';
import type { Format, Say } from '@sturmwarte/i18n';
import { useMemo } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

export interface ReportWords {
  readonly say: Say;
  readonly format: Format;
  readonly clockTitle: (clock: LegalClockId, stage: string | null) => BothLanguages;
}

/** What the report needs to speak the reader's language. */
export function useReportWords(): ReportWords {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => ({ say: (key, facts) => (t as Say)(key, facts), format, clockTitle: legalTitle }),
    [t, format],
  );
}

/** Name of a legal clock, or of a stage of it. */
export function legalTitle(id: LegalClockId, stage: string | null): BothLanguages {
  const rule = legalClockRule(id);
  return rule.stages.find((one) => one.id === stage)?.title ?? rule.title;
}
