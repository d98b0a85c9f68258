export { TopicEntity } from './topic.entity.js';
export { TopicRepository } from './topic.repository.js';
export type { TopicChange, TopicFilter, TopicValues } from './topic.repository.js';
