const MINUTES = { min: 1, h: 60, d: 1440 } as const;

/** `15`, `15 min`, `4 h`, `10 d` in minutes. */
export function minutesOf(duration: number | string): number {
  if (typeof duration === 'number') return duration;
  const [, amount = '', unit = ''] = /^(\d+) ?(min|h|d)$/.exec(duration) ?? [];
  if (!Object.hasOwn(MINUTES, unit)) throw new RangeError(`"${duration}" is no duration`);
  return Number(amount) * MINUTES[unit as keyof typeof MINUTES];
}
