/**
 * Lets a program look for its files below its working directory instead of a fixed place: Debian compiles the place in,
 * and Alertmanager does not start without its templates. The path keeps its length. @returns a changed copy
 */
export function relocate(program: Buffer, place: string): Buffer {
  const here = './'.repeat(place.length).slice(0, place.length);
  const copy = Buffer.from(program);
  for (let at = copy.indexOf(place); at >= 0; at = copy.indexOf(place, at + place.length)) {
    copy.write(here, at, 'latin1');
  }
  return copy;
}
