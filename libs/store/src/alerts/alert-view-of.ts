import type { AlertView } from '@sturmwarte/contracts';
import type { AlertEntity } from './alert.entity.js';

export type AlertRow = Pick<
  AlertEntity,
  'id' | 'number' | 'spaceId' | 'brandId' | 'topicId' | 'topicName' | 'body'
>;

/** What people see of an alert. */
export function alertViewOf({ body, ...row }: AlertRow): AlertView {
  const { id, number, spaceId, brandId, topicId, topicName } = row;
  // Evidence from before there was an outlook has none.
  const evidence = { ...body.evidence, outlook: body.evidence.outlook ?? null };
  return { ...body, evidence, id, number, spaceId, brandId, topicId, topicName };
}
