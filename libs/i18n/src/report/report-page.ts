import type {
  PageReport,
  ReportedClaim,
  ReportedDecision,
  ReportedDuty,
  ReportedText,
  ReportedWord,
  ReportList,
} from '@sturmwarte/domain';
import type {
  ReportLine,
  ReportPage,
  ReportProof,
  ReportSection,
  ReportSectionId,
  ReportWords,
} from './report-shape.js';
import type { Say } from './say.js';

export function reportPage(
  { report, more }: PageReport,
  proof: ReportProof,
  words: ReportWords,
): ReportPage {
  const { say, format } = words;
  const section = (
    id: ReportSectionId,
    lines: readonly ReportLine[],
    list: ReportList | null,
    andMore = 0,
  ): ReportSection => {
    const count = (list === null ? 0 : more[list]) + andMore;
    return {
      id,
      heading: say(`report:section.${id}`),
      none: say(`report:none.${id}`),
      lines,
      more: count === 0 ? null : say('report:more', { count }),
    };
  };
  const claims = (list: readonly ReportedClaim[]) => list.map((one) => claimLine(one, words));
  return {
    name: say('report:name'),
    confidential: say('report:confidential'),
    unreal: proof.space === 'live' ? null : say(`report:${proof.space}`),
    asOf: say('report:asOf', { time: format.dateTime(report.atMs) }),
    next: nextLine({ report, more }, words),
    number: say('report:number', { number: report.number }),
    title: report.title,
    level: say('report:level', {
      level: report.level,
      name: say(`names:level.${report.level}`),
    }),
    trend: say(`names:trend.${report.trend}`),
    impact:
      report.impact === null
        ? say('report:impactNone')
        : say('report:impact', {
            impact: report.impact,
            meaning: say(`report:impactMeaning.${report.impact}`),
          }),
    facts: factsOf({ report, more }, words),
    sections: {
      summary: section('summary', summaryLines({ report, more }, words), null),
      facts: section('facts', claims(report.facts), 'facts'),
      assumptions: section('assumptions', claims(report.assumptions), 'assumptions'),
      open: section('open', claims(report.open), 'open'),
      doing: section('doing', report.doing.map(plain), 'doing'),
      said: section('said', saidLines({ report, more }, words), 'said', more.promises),
      media: section('media', mediaLines({ report, more }, words), 'media'),
      duties: section(
        'duties',
        report.duties.map((one) => dutyLine(one, words)),
        'duties',
      ),
      decisions: section(
        'decisions',
        report.decisions.map((one) => decisionLine(one, words)),
        'decisions',
      ),
      team: section('team', teamLines({ report, more }, words), 'team'),
    },
    foot: [say('report:foot', { version: report.version, hash: proof.head }), say('report:check')],
  };
}

function plain(text: string): ReportLine {
  return { text, detail: null, loud: false };
}

function nextLine({ report }: PageReport, { say, format }: ReportWords): ReportPage['next'] {
  const next = report.nextStatus;
  if (next === null) return { text: say('report:nextNone'), loud: false };
  const time = format.moment(next.dueMs, report.atMs);
  const text = say(next.overdue ? 'report:nextOverdue' : 'report:next', { time });
  return { text, loud: next.overdue };
}

function factsOf({ report }: PageReport, { say, format }: ReportWords): string[] {
  const { atMs, state, allClear } = report;
  const moment = (at: string): string => format.moment(at, atMs);
  const named = (level: typeof report.level) => ({ level, name: say(`names:level.${level}`) });
  return [
    ...(state === 'merged' ? [say('report:merged')] : []),
    ...(allClear === null
      ? []
      : [
          say('report:allClear', {
            time: moment(allClear.at),
            by: allClear.by ?? say('report:machine'),
          }),
        ]),
    say('report:t0', { time: moment(report.t0) }),
    say('report:peak', named(report.peak)),
    ...(report.overridden === null
      ? []
      : [say('report:overridden', { ...named(report.automatic), reason: report.overridden })]),
    ...(report.topics.length === 0
      ? []
      : [say('report:topics', { topics: report.topics.join(', ') })]),
    ...(report.channels.length === 0
      ? []
      : [
          say('report:channels', {
            channels: report.channels.map((channel) => say(`names:channel.${channel}`)).join(', '),
          }),
        ]),
  ];
}

function summaryLines({ report }: PageReport, { say, format }: ReportWords): ReportLine[] {
  const { status, atMs } = report;
  if (status === null) return [];
  const by = status.by ?? say('report:machine');
  const detail = say('report:statusBy', { time: format.moment(status.at, atMs), by });
  return [{ text: status.summary, detail, loud: false }];
}

function claimLine({ text, source }: ReportedClaim, { say }: ReportWords): ReportLine {
  return { text, detail: source === null ? null : say('report:source', { source }), loud: false };
}

function saidLines({ report }: PageReport, { say, format }: ReportWords): ReportLine[] {
  const moment = (at: string): string => format.moment(at, report.atMs);
  const promised = report.promises.map(({ due, text, overdue }) => ({
    text: say(overdue ? 'report:promiseOverdue' : 'report:promise', { time: moment(due), text }),
    detail: null,
    loud: overdue,
  }));
  const word = ({ at, channel, text, proof, published }: ReportedWord): ReportLine => {
    if (published !== undefined) return publishedLine({ at, text, proof, published }, moment, say);
    return heard(at, channel, text, proof);
  };
  const heard = (
    at: string,
    channel: string | null,
    text: string | null,
    proof: string,
  ): ReportLine => ({
    text:
      text === null
        ? say('report:firstResponse', { time: moment(at), channel: channel ?? '' })
        : say('report:keptPromise', { time: moment(at), text }),
    detail: say('report:proof', { proof }),
    loud: false,
  });
  return [...report.said.map(word), ...promised];
}

/** A publication: when, on which channel, by which exit, and its link or its hash. */
function publishedLine(
  {
    at,
    text,
    proof,
    published: { channel, exit, link, isKnown, isCorrection, isCorrected },
  }: Pick<ReportedWord, 'at' | 'text' | 'proof'> & {
    readonly published: NonNullable<ReportedWord['published']>;
  },
  moment: (at: string) => string,
  say: Say,
): ReportLine {
  const facts = { time: moment(at), channel: say(`report:outlet.${channel}`), title: text ?? '' };
  const notes = [
    ...(isCorrection ? [say('report:isCorrection')] : []),
    ...(isCorrected ? [say('report:isCorrected')] : []),
    say('report:publishedBy', { exit }),
    link ?? say('report:hash', { hash: proof.slice(0, 8) }),
  ];
  return {
    text: say(isKnown ? 'report:published' : 'report:publishedUnknown', facts),
    detail: notes.join(' · '),
    loud: !isKnown,
    ...(link === null ? {} : { link }),
  };
}

function mediaLines({ report }: PageReport, { say }: ReportWords): ReportLine[] {
  if (report.media.length === 0) return [];
  const voices = report.media.map(({ outlet, tier }) => `${outlet} (${say(`names:tier.${tier}`)})`);
  return [plain(voices.join(', '))];
}

function dutyLine(duty: ReportedDuty, words: ReportWords): ReportLine {
  const { say, format, clockTitle } = words;
  const title = clockTitle(duty.clock, duty.stage)[format.language];
  const atMs = duty.doneMs ?? duty.dueMs ?? duty.sinceMs;
  // Legal times are read long afterwards: always with their day.
  const time = format.dateTime(duty.state === 'not-assessed' ? duty.sinceMs : atMs);
  const state = duty.state === 'running' && duty.dueMs === null ? 'runningUp' : duty.state;
  return {
    text: `${duty.clock} ${title}`,
    detail: say(`report:duty.${state}`, { time }),
    loud: duty.state === 'overdue' || duty.state === 'not-assessed',
  };
}

function decisionLine(decision: ReportedDecision, { say, format }: ReportWords): ReportLine {
  const { question, to, decided, recommended, overdue, due } = decision;
  const inWords = (text: ReportedText): string =>
    typeof text === 'string' ? text : text[format.language];
  const text = inWords(question);
  if (decided !== null) {
    const by = decided.by ?? say('report:machine');
    const time = format.dateTime(decided.at);
    const made = say('report:decisionMade', { option: inWords(decided.option), by, time });
    const reason =
      decided.reason === null ? '' : ` ${say('report:decisionReason', { reason: decided.reason })}`;
    return { text, detail: `› ${made}.${reason}`, loud: false };
  }
  const asked = say(overdue ? 'report:decisionOverdue' : 'report:decisionWaiting', {
    name: to ?? say('report:machine'),
    time: due === null ? '–' : format.dateTime(due),
  });
  const advice =
    recommended === null ? '' : `. ${say('report:recommended', { option: recommended })}`;
  return { text, detail: `${asked}${advice}`, loud: overdue };
}

function teamLines({ report }: PageReport, { say }: ReportWords): ReportLine[] {
  if (report.team.length === 0) return [];
  const seats = report.team.map(({ role, person, deputy }) => {
    const behind = deputy === null ? '' : ` (${say('report:deputy', { name: deputy })})`;
    return `${say(`names:role.${role}`)}: ${person}${behind}`;
  });
  return [plain(seats.join(' · '))];
}
