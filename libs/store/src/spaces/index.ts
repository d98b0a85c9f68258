export { SpaceEntity } from './space.entity.js';
export { SpaceRepository } from './space.repository.js';
export type { SpaceValues } from './space.repository.js';
