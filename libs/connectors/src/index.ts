export { LineSplitter, type RefusedLine, type SplitLine, type TextLine } from './line-splitter.js';
export { readCsv, type CsvRow } from './read-csv.js';
export { readJsonBody, readJsonLine, type JsonItems } from './read-json.js';
export {
  readMention,
  type DeletionRead,
  type MentionRead,
  type ReadContext,
  type ReadResult,
} from './read-mention.js';
export { Refused, type Refusal } from './refusal.js';
