import type { ReportedText } from './reported-decisions.js';
import type { ReportedClaim, SituationReport } from './situation-report.js';

/** How many of each there is room for on a sheet of paper. */
const ROOM = {
  topics: 6,
  channels: 12,
  media: 8,
  facts: 6,
  assumptions: 5,
  open: 5,
  doing: 6,
  said: 4,
  promises: 3,
  duties: 8,
  decisions: 4,
  team: 8,
} as const;
export type ReportList = keyof typeof ROOM;

const CLAIM = 150;
const LINE = 130;
const SUMMARY = 700;
const NAME = 60;

export interface PageReport {
  readonly report: SituationReport;
  /** What each list had to leave out. */
  readonly more: Readonly<Record<ReportList, number>>;
}

/** The report cut to what fits on one page, saying what was left out; long texts end in "…". */
export function onOnePage(full: SituationReport): PageReport {
  const lists = Object.keys(ROOM) as ReportList[];
  const more = Object.fromEntries(
    lists.map((list) => [list, Math.max(0, full[list].length - ROOM[list])]),
  ) as Record<ReportList, number>;
  const cut = <K extends ReportList>(list: K): SituationReport[K][number][] =>
    full[list].slice(0, ROOM[list]);
  return {
    more,
    report: {
      ...full,
      title: clip(full.title, LINE),
      overridden: full.overridden === null ? null : clip(full.overridden, LINE),
      status: full.status && { ...full.status, summary: clip(full.status.summary, SUMMARY) },
      allClear: full.allClear && { ...full.allClear, note: clip(full.allClear.note, LINE) },
      topics: cut('topics').map((topic) => clip(topic, NAME)),
      channels: cut('channels'),
      media: cut('media').map((voice) => ({ ...voice, outlet: clip(voice.outlet, NAME) })),
      facts: cut('facts').map(shortClaim),
      assumptions: cut('assumptions').map(shortClaim),
      open: cut('open').map(shortClaim),
      doing: cut('doing').map((text) => clip(text, LINE)),
      said: cut('said').map((word) => ({
        ...word,
        channel: word.channel === null ? null : clip(word.channel, NAME),
        text: word.text === null ? null : clip(word.text, LINE),
        proof: clip(word.proof, NAME),
      })),
      promises: cut('promises').map((promise) => ({ ...promise, text: clip(promise.text, LINE) })),
      duties: cut('duties'),
      decisions: cut('decisions').map((one) => ({
        ...one,
        question: clipped(one.question, CLAIM),
        decided: one.decided && {
          ...one.decided,
          reason: one.decided.reason === null ? null : clip(one.decided.reason, LINE),
        },
      })),
      team: cut('team').map((seat) => ({ ...seat, person: clip(seat.person, NAME) })),
    },
  };
}

function shortClaim({ text, source }: ReportedClaim): ReportedClaim {
  return { text: clip(text, CLAIM), source: source === null ? null : clip(source, NAME) };
}

function clipped(text: ReportedText, most: number): ReportedText {
  if (typeof text === 'string') return clip(text, most);
  return { de: clip(text.de, most), en: clip(text.en, most) };
}

/** By code points, so that no half character is left at the end. */
function clip(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** The report with everything in it: for screens, which scroll. */
export function inFull(report: SituationReport): PageReport {
  const lists = Object.keys(ROOM) as ReportList[];
  const more = Object.fromEntries(lists.map((list) => [list, 0])) as Record<ReportList, number>;
  return { report, more };
}
