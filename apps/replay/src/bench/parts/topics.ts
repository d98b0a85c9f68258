import type { BenchPart } from '../bench-part.js';
import { bodiesOf, makeInputs } from '../corpus.js';
import { sendAll } from '../load.js';
import { measureMatching, type MatchCost } from '../match-cost.js';
import {
  cpuRatio,
  median,
  number,
  rateRatio,
  ratioTable,
  seriesTable,
  spread,
  table,
  type Sample,
} from '../report.js';
import { Rig } from '../rig.js';
import { intakeTurn } from '../turn.js';
import { warmUp } from '../warm-up.js';

const FEW = 10;

export const part: BenchPart = {
  name: 'topics',
  says: 'Matching, and the whole intake, with 10,000 topics against 10, and matching against includes (P11, P12).',
  run: (options) => Rig.with(options, measure),
};

async function measure(rig: Rig): Promise<string> {
  const { rounds, mentions, batch, connections, topics, say } = rig.options;
  say('matching');
  const costs = measureMatching(rounds, [FEW, topics]);
  const [few, many, naive] = costs as [MatchCost, MatchCost, MatchCost];
  const cost = ({ micros }: MatchCost): number => median(micros);

  const contestants = [];
  for (const count of [FEW, topics]) {
    const stand = await rig.stand(count);
    const api = await rig.api(stand);
    const pids = { node: api.pid, postgres: await rig.postgresOf(stand) };
    const target = { url: api.url, token: stand.token };
    const samples: Sample[] = [];
    await warmUp(target, batch);
    contestants.push({ name: `${number(count)} topics`, samples, stand, pids, target });
  }
  const [small, large] = contestants as [(typeof contestants)[0], (typeof contestants)[0]];
  for (let round = 1; round <= rounds; round++) {
    rig.noteLoad();
    // Only the first few topics are named, by both: as many hits here as there.
    const bodies = bodiesOf(makeInputs(mentions, `r${round}`, FEW), batch);
    for (const { stand, pids, target, samples } of contestants) {
      const turn = await intakeTurn(stand.table, pids, () => sendAll(target, bodies, connections), {
        stored: mentions,
      });
      samples.push(turn.sample);
      // What follows the commits must not take the time of the other's turn.
      await stand.table.empty();
    }
    say(`round ${round} of ${rounds}`);
  }
  return [
    table(
      ['first look', 'CPU µs per mention', 'built in ms'],
      costs.map(({ name, micros, buildMs }) => [
        name,
        spread(micros, 2),
        buildMs === 0 ? '' : number(buildMs),
      ]),
    ),
    seriesTable(contestants),
    ratioTable([
      {
        what: `P11 first look, ${topics} topics / ${FEW}`,
        value: cost(many) / cost(few),
        goal: { atMost: 2 },
      },
      {
        what: `P11 includes / first look, ${topics} topics`,
        value: cost(naive) / cost(many),
        goal: { atLeast: 300 },
      },
      {
        what: `P12 intake, ${topics} topics / ${FEW}`,
        value: rateRatio(large, small),
        goal: { atLeast: 0.85 },
      },
      { what: `CPU of intake, ${topics} topics / ${FEW}`, value: cpuRatio(large, small) },
    ]),
    'The same hits in every set; those of includes were compared text by text.',
    await rig.circumstances(
      small.stand,
      `${rounds} rounds of ${number(mentions)} mentions in bodies of ${batch} over ${connections} connections`,
    ),
  ].join('\n\n');
}
