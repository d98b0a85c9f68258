export { SourceEntity } from './source.entity.js';
export { SourceTokenEntity } from './source-token.entity.js';
export { SourceRepository } from './source.repository.js';
export type { SourceChange, SourceFilter, SourceRow, SourceValues } from './source.repository.js';
export { healthOf, readHearing } from './source-hearing.js';
export type { Hearing } from './source-hearing.js';
