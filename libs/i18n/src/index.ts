export { createFormat, HOUSE_ZONE, type Format } from './format/format.js';
export { evidenceSentence, type SentenceWords } from './evidence/evidence-sentence.js';
export { pickLanguage, TEXT_LANGUAGES, type TextLanguage } from './language.js';
export { chanceText, outlookSentence, PEAK_PASSED } from './outlook/outlook-sentence.js';
export { rounded } from './outlook/rounded.js';
export type { OutlookSay } from './outlook/say-outlook.js';
export { reportPage } from './report/report-page.js';
export type {
  ReportLine,
  ReportPage,
  ReportSection,
  ReportSectionId,
} from './report/report-shape.js';
export type { ReportKey, Say } from './report/say.js';
export type { Texts } from './texts.js';
export type { en as EnglishTexts } from './en/index.js';
