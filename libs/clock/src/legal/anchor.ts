import type { Text } from '@sturmwarte/domain';

/** From where a stage is counted. `knowledge` starts every clock; the others come to be known while it runs. */
export const ANCHOR_IDS = [
  'knowledge',
  'classification', // DORA: the incident was classified as major
  'first-report', // sent: the early warning or initial notification
  'second-report', // sent: the notification or intermediate report
  'remedy', // CRA: a corrective or mitigating measure is available
  'acknowledgement', // HinSchG: the person was told that the report arrived
] as const;
export type AnchorId = (typeof ANCHOR_IDS)[number];

/** Instants a named person gave, epoch ms; never taken from an alert. */
export type AnchorTimes = { readonly knowledge: number } & {
  readonly [Id in Exclude<AnchorId, 'knowledge'>]?: number;
};

/** What the person who sets an anchor is asked. */
export interface AnchorQuestion {
  readonly id: AnchorId;
  readonly question: Text;
  /** The stage whose sending answers it, so that nobody is asked twice. */
  readonly answeredBy: string | null;
}
