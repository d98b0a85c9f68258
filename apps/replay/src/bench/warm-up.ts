import { bodiesOf, makeInputs } from './corpus.js';
import { sendAll, type LoadTarget } from './load.js';

const MENTIONS = 20_000;
let times = 0;

/** A server just started is slow: compilers and pools need some work before anything is measured. */
export async function warmUp(target: LoadTarget, batch = 500, mentions = MENTIONS): Promise<void> {
  await sendAll(target, bodiesOf(makeInputs(mentions, `warm${times++}`, 10), batch), 8);
}
