import type { Topic } from '../topic.js';
import type { Mute } from './mute.js';

/** Is this one of the topics that do not count what the mute keeps quiet? */
export function coversTopic(
  { brandId, onlyTopicId }: Pick<Mute, 'brandId' | 'onlyTopicId'>,
  topic: Pick<Topic, 'id' | 'brandId'>,
): boolean {
  return topic.brandId === brandId && (onlyTopicId === null || onlyTopicId === topic.id);
}
