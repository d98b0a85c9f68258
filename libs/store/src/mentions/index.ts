export { authorHashOf } from './author-keys.js';
export type { CommittedBatch } from './committed-batch.js';
export { dayName, dayOf, firstIdOf } from './mention-id.js';
export { MentionWriter, type BatchReport, type MentionWriterOptions } from './mention-writer.js';
export { outletHash } from './outlet-hash.js';
export type { Outcome, PreparedDeletion, PreparedItem, PreparedMention } from './prepared-item.js';
export { keysOfPseudonym, pseudonym } from './pseudonym.js';
export { verifyCounters, type CounterFault } from './verify-counters.js';
export { RejectRepository, type Reject, type SourceRejects } from './reject-repository.js';
