/**
 * Loaded into a server before anything else (`node --import`): the system clock runs ahead or behind by as many
 * milliseconds as the file CLOCK_OFFSET_FILE says, read at the start and at every SIGUSR2. Timers and
 * `performance.now` go on undisturbed, as they do when a system clock is put right.
 */
import { readFileSync } from 'node:fs';

const file = process.env['CLOCK_OFFSET_FILE'] ?? '';
const Straight = Date;
let offsetMs = read();

process.on('SIGUSR2', () => (offsetMs = read()));

const now = (): number => Straight.now() + offsetMs;
const Bent: DateConstructor = new Proxy(Straight, {
  construct: (target, args: unknown[], caller) =>
    Reflect.construct(
      target,
      args.length === 0 ? [now()] : args,
      caller === Bent ? target : caller,
    ) as Date,
  apply: () => new Straight(now()).toString(),
  get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
});
globalThis.Date = Bent;

function read(): number {
  return Number(readFileSync(file, 'utf8'));
}
