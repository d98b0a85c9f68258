import type { MentionInput } from '@sturmwarte/contracts';
import type { BenchPart } from '../bench-part.js';
import { bodiesOf, makeInputs } from '../corpus.js';
import { sendAll } from '../load.js';
import { number, rateRatio, ratioTable, seriesTable, type Sample } from '../report.js';
import { Rig } from '../rig.js';
import { intakeTurn } from '../turn.js';
import { warmUp } from '../warm-up.js';

/** One mention in so many is a duplicate. */
const EVERY = 20;
/** How far back the duplicates of a sender who repeats himself lie at most. */
const SOON = 10_000;
/** The writer remembers at most 100,000 keys (`KEYS_KEPT` in libs/store): a turn must push out what an earlier one left. */
const LEAST_MENTIONS = 120_000;

export const part: BenchPart = {
  name: 'duplicates',
  says: 'Intake with 5 % duplicates against none: recent ones, ones the writer has forgotten, ones from before a restart (P13).',
  run: (options) => Rig.with(options, measure),
};

async function measure(rig: Rig): Promise<string> {
  const { rounds, batch, connections, topics, say } = rig.options;
  const mentions = Math.max(rig.options.mentions, LEAST_MENTIONS);
  const duplicates = Math.floor(mentions / EVERY);
  const stand = await rig.stand();
  const postgres = await rig.postgresOf(stand);
  let api = await rig.api(stand);
  const target = (): { url: string; token: string } => ({ url: api.url, token: stand.token });
  const turn = async (inputs: MentionInput[], known: number, keep: boolean): Promise<Sample> => {
    const bodies = bodiesOf(inputs, batch);
    const { sample } = await intakeTurn(
      stand.table,
      { node: api.pid, postgres },
      () => sendAll(target(), bodies, connections),
      { stored: inputs.length - known, duplicates: known, keep },
    );
    return sample;
  };
  const none = { name: 'no duplicates', samples: [] as Sample[] };
  const recent = { name: '5 %, recent', samples: [] as Sample[] };
  const forgotten = { name: '5 %, forgotten by the writer', samples: [] as Sample[] };
  const restarted = { name: '5 %, from before a restart', samples: [] as Sample[] };
  await warmUp(target(), batch);
  for (let round = 1; round <= rounds; round++) {
    rig.noteLoad();
    const fresh = (name: string): MentionInput[] => makeInputs(mentions, `${name}${round}`, topics);
    none.samples.push(await turn(fresh('a'), 0, false));

    const second = fresh('b');
    const soon = second.map((own, n) =>
      isDuplicate(n) ? (second[Math.max(0, n - 1 - ((n * 7_919) % SOON))] as MentionInput) : own,
    );
    // A place that held a duplicate itself is no original: count what is really distinct.
    const distinct = new Set(soon.map(({ externalId }) => externalId)).size;
    recent.samples.push(await turn(soon, soon.length - distinct, false));

    const oldest = [...new Set(soon)].slice(0, duplicates);
    const third = fresh('c').map((own, n) =>
      isDuplicate(n) ? (oldest[Math.floor(n / EVERY)] as MentionInput) : own,
    );
    forgotten.samples.push(await turn(third, duplicates, true));

    await api.stop();
    api = await rig.api(stand);
    await warmUp(target(), batch);
    const youngest = third.filter((_, n) => !isDuplicate(n)).slice(-duplicates);
    const fourth = fresh('d').map((own, n) =>
      isDuplicate(n) ? (youngest[Math.floor(n / EVERY)] as MentionInput) : own,
    );
    restarted.samples.push(await turn(fourth, duplicates, true));
    say(`round ${round} of ${rounds}`);
  }
  const goal = { atLeast: 0.9 };
  return [
    seriesTable([none, recent, forgotten, restarted]),
    ratioTable(
      [recent, forgotten, restarted].map((one) => ({
        what: `P13 ${one.name} / none`,
        value: rateRatio(one, none),
        goal,
      })),
    ),
    'Stored was what is distinct, and the receipts named every duplicate, in every turn. The first two rows start with an empty table, the others go on in a table that holds the turns before.',
    await rig.circumstances(
      stand,
      `${rounds} rounds of ${number(mentions)} mentions in bodies of ${batch} over ${connections} connections, ${number(topics)} topics`,
    ),
  ].join('\n\n');
}

function isDuplicate(n: number): boolean {
  return n % EVERY === EVERY - 1;
}
