/** Milliseconds on the machine's own clock: the same in every process, and never set back. */
export function machineClock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
