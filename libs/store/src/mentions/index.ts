export { DeltaSum, type Voice } from './delta-sum.js';
export { authorHashOf } from './author-keys.js';
export type { CommittedBatch } from './committed-batch.js';
export { dayName, dayOf, firstIdOf } from './mention-id.js';
export { MentionWriter, type BatchReport, type MentionWriterOptions } from './mention-writer.js';
export { outletHash } from './outlet-hash.js';
export type {
  Outcome,
  PreparedDeletion,
  PreparedItem,
  PreparedMention,
  QuietTopics,
} from './prepared-item.js';
export { keysOfPseudonym, numberOfAuthor, pseudonym, pseudonymNumber } from './pseudonym.js';
export { verifyCounters, type CounterFault } from './verify-counters.js';
export { RejectRepository, type Reject, type SourceRejects } from './reject-repository.js';
export type { MentionFilter } from './mention-filter.js';
export { MentionRepository } from './mention.repository.js';
export { scanTexts, type StoredText, type TextScan } from './scan-texts.js';
export { wholeSince } from './whole-since.js';
export { RetentionRepository, type RetentionReport } from './retention.repository.js';
export { indexForSearch } from './search-index.js';
export {
  SecondLookRepository,
  type Corrections,
  type StoredJudgement,
  type Unjudged,
} from './second-look.repository.js';
export { StageRepository, type IntakeBatchRow, type StagePlace } from './stage.repository.js';
export { MutedTerms } from './muted-terms.js';
export { bareCopy, countMentions, describeServer, emptyMentions } from './bare-copy.js';
export { timedCopies } from './timed-copies.js';
export { mergeAuthors } from './merge-authors.js';
