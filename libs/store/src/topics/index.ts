export { TopicEntity } from './topic.entity.js';
export {
  TopicLabelRepository,
  type AlertLabelRow,
  type StoredLabel,
} from './topic-label.repository.js';
export { TopicRepository } from './topic.repository.js';
export type { TopicChange, TopicFilter, TopicValues } from './topic.repository.js';
