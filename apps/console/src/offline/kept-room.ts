import type { IncidentDetail, PlaybookView } from '@sturmwarte/contracts';

/** A room as somebody saw it last, with the playbooks it needs to be read. */
export interface KeptRoom {
  readonly incidentId: number;
  readonly personId: number;
  /** When the server said so, ms. */
  readonly savedAt: number;
  readonly detail: IncidentDetail;
  readonly playbooks: readonly PlaybookView[];
}
