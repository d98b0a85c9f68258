import type { LegalClockId, SpaceKind, Text } from '@sturmwarte/domain';
import type { Format } from '../format/format.js';
import type { Say } from './say.js';

export type ReportSectionId =
  | 'summary'
  | 'facts'
  | 'assumptions'
  | 'open'
  | 'doing'
  | 'said'
  | 'media'
  | 'duties'
  | 'decisions'
  | 'team';

export interface ReportLine {
  readonly text: string;
  /** Smaller, behind it. */
  readonly detail: string | null;
  /** Must not be overlooked: overdue, not assessed. */
  readonly loud: boolean;
  /** Where it can be seen. */
  readonly link?: string;
}

export interface ReportSection {
  readonly id: ReportSectionId;
  readonly heading: string;
  readonly lines: readonly ReportLine[];
  /** What is said where there is no line. */
  readonly none: string;
  /** How many were left out, in words. */
  readonly more: string | null;
}

/** The one-page situation report in one language: what paper and PDF show, word by word. */
export interface ReportPage {
  readonly name: string;
  readonly confidential: string;
  /** Over everything, of a drill or a replay; null for a real situation. */
  readonly unreal: string | null;
  readonly asOf: string;
  readonly next: { readonly text: string; readonly loud: boolean };
  readonly number: string;
  readonly title: string;
  readonly level: string;
  readonly trend: string;
  /** Beside and below level and title. */
  readonly facts: readonly string[];
  readonly impact: string;
  readonly sections: Readonly<Record<ReportSectionId, ReportSection>>;
  readonly foot: readonly [string, string];
}

export interface ReportWords {
  readonly say: Say;
  readonly format: Format;
  /** Name of a legal clock, or of a stage of it. */
  readonly clockTitle: (clock: LegalClockId, stage: string | null) => Text;
}

/** The journal's head: hash of its newest entry. */
export interface ReportProof {
  readonly head: string;
  readonly space: SpaceKind;
}
