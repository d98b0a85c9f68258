/** A number to come is known to two figures at best: 12, 190, 4,300. `towards` rounds the ends of a band outwards. */
export function rounded(value: number, towards: 'near' | 'down' | 'up' = 'near'): number {
  const round = { near: Math.round, down: Math.floor, up: Math.ceil }[towards];
  const step = value < 100 ? 1 : 10 ** (Math.floor(Math.log10(value)) - 1);
  return round(Math.max(0, value) / step) * step;
}
