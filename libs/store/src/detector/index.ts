export { CommitHorizon } from './commit-horizon.js';
export type { HeardMinute, PastVoices } from './read-voices.js';
export { readOverlap } from './read-overlap.js';
export { CourseReader, type CourseRow } from './course-reader.js';
export { DetectorRepository, type StartOptions } from './detector.repository.js';
export { EvidenceReader, nameOfPost, type PostName } from './evidence-reader.js';
export type { EvidenceRow, StartTopic, StoredSnapshot } from './detector-rows.js';
