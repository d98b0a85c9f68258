import { ALARM_LEVEL } from '@sturmwarte/domain';
import type { Sensitivity } from '@sturmwarte/domain';
import { table } from '../report.js';
import type { CostResult } from './cost.js';
import type { ComparedRow, StormSummary } from './kit-report.js';
import type { PresetResult, SetResult } from './measure-set.js';

/** False alarms per topic-week each preset may cost; recall and share before 5 % that is wanted of it on real curves. */
const PRESET_GOAL: Readonly<
  Record<Sensitivity, { alarms: number; recall?: number; by5?: number }>
> = {
  quiet: { alarms: 0.1 },
  standard: { alarms: 0.2 },
  sensitive: { alarms: 1, recall: 0.95, by5: 0.7 },
};
const STANDARD_ALARMS = PRESET_GOAL.standard.alarms;
const COST_GOAL_NS = 1_000;
const COST_BEYOND_NS = 500;

/** Every set as shipped, beside "own N" at the same rate and the goal. */
export function headlineTable(results: readonly SetResult[]): string {
  const rows = results.map(({ set, compared }) => {
    const product = rowOf(compared, 'product')?.all;
    const own = ownAt(compared, product?.falseAlarmsPerTopicWeek ?? 0)?.all;
    const generous = ownAt(compared, STANDARD_ALARMS)?.all;
    return [
      `${set.name}: ${set.says}`,
      product?.falseAlarmsPerTopicWeek.toFixed(2) ?? '-',
      product ? `${percent(product.recall)} / ${percent(product.by5)}` : '-',
      own ? `${percent(own.recall)} / ${percent(own.by5)}` : '-',
      generous ? `${percent(generous.recall)} / ${percent(generous.by5)}` : '-',
      `${percent(set.goal.recall)}${set.goal.by5 === null ? '' : ` / ${percent(set.goal.by5)}`}`,
      product ? verdict(product, STANDARD_ALARMS, set.goal.recall, set.goal.by5) : '-',
    ];
  });
  const head = [
    ...['set (standard)', 'false alarms / topic-week', 'recall / before 5 %'],
    ...['own N, same rate', 'own N at 0.2', 'goal at 0.2', ''],
  ];
  return table(head, rows);
}

/** The presets on every set, with what the first week of a topic costs. */
export function presetTable(results: readonly SetResult[]): string {
  const rows = results.flatMap(({ set, presets }) =>
    presets.map(({ preset, report, firstWeek }: PresetResult) => {
      const { all } = report;
      const goal = PRESET_GOAL[preset];
      const judged = set.name === 'real' ? goal : { alarms: goal.alarms };
      return [
        set.name,
        preset,
        all.falseAlarmsPerTopicWeek.toFixed(2),
        worstBrand(report.topics).toFixed(2),
        firstWeek.toFixed(2),
        ...figures(all),
        verdict(all, judged.alarms, judged.recall ?? 0, judged.by5 ?? null),
      ];
    }),
  );
  const head = [
    ...['set', 'preset', 'false alarms / topic-week', 'worst brand', 'alarms in the first week'],
    ...['recall', 'before 5 %', 'before 10 %', 'delay min', 'lead min', ''],
  ];
  return table(head, rows);
}

/** One set: the product, the rules and "own N", as the kit compared them. */
export function rulesTable({ compared }: SetResult): string {
  const rows = compared.map(({ name, parameter, all }) => [
    name,
    String(parameter).replace(/, \d+ s$/, ''),
    all.falseAlarmsPerTopicWeek.toFixed(2),
    ...figures(all),
    String(all.hidden),
  ]);
  const head = [
    ...[`detector (alarm: level ${ALARM_LEVEL})`, 'parameter', 'false alarms / topic-week'],
    ...['recall', 'before 5 %', 'before 10 %', 'delay min', 'lead min', 'hidden'],
  ];
  return table(head, rows);
}

export function costTable(costs: readonly CostResult[]): string {
  const rows = costs.map(({ carried, topics, mentions, perMention, least, most }) => [
    carried,
    topics.toLocaleString('en'),
    mentions.toLocaleString('en'),
    `${perMention.toFixed(0)} (${least.toFixed(0)}–${most.toFixed(0)})`,
    perMention <= COST_BEYOND_NS ? 'beyond' : perMention <= COST_GOAL_NS ? 'met' : '**missed**',
  ]);
  const goal = `goal ≤ ${COST_GOAL_NS.toLocaleString('en')} ns, beyond ≤ ${COST_BEYOND_NS}`;
  const head = ['mentions carry', 'topics', 'mentions in an hour', 'CPU ns per mention', goal];
  return table(head, rows);
}

function figures(all: StormSummary): string[] {
  return [
    percent(all.recall),
    percent(all.by5),
    percent(all.by10),
    String(all.medianDelay ?? '-'),
    String(all.medianLead ?? '-'),
  ];
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function rowOf(rows: readonly ComparedRow[], part: string): ComparedRow | undefined {
  return rows.find(({ name }) => name.includes(part));
}

/** "Own N" set to this rate, or to the nearest rate the kit has set it to. */
function ownAt(rows: readonly ComparedRow[], rate: number): ComparedRow | undefined {
  const away = ({ name }: ComparedRow): number =>
    Math.abs(Number(/set to ([\d.]+)$/.exec(name)?.[1]) - rate);
  return rows
    .filter(({ name }) => name.includes('own N'))
    .reduce<ComparedRow | undefined>(
      (best, row) => (best === undefined || away(row) < away(best) ? row : best),
      undefined,
    );
}

/** The brand with the most false alarms, over all seeds. A topic's name is its brand and its seed. */
function worstBrand(topics: readonly (StormSummary & { readonly topic: string })[]): number {
  const brands = new Map<string, { alarms: number; weeks: number }>();
  for (const { topic, falseAlarms, topicWeeks } of topics) {
    const brand = topic.replace(/-\d+$/, '');
    const sum = brands.get(brand) ?? { alarms: 0, weeks: 0 };
    brands.set(brand, { alarms: sum.alarms + falseAlarms, weeks: sum.weeks + topicWeeks });
  }
  return Math.max(0, ...[...brands.values()].map(({ alarms, weeks }) => alarms / weeks));
}

function verdict(
  { falseAlarmsPerTopicWeek, recall, by5 }: StormSummary,
  alarms: number,
  wantedRecall: number,
  wantedBy5: number | null,
): string {
  const met =
    falseAlarmsPerTopicWeek <= alarms &&
    recall >= wantedRecall &&
    (wantedBy5 === null || by5 >= wantedBy5);
  return met ? 'met' : '**missed**';
}
