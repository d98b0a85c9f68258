/**
 * On which side of each mark its letter stands so that it covers no neighbour; null: on neither. `places` rise; beside
 * a mark a letter takes `room`, and none goes beyond `edge`.
 */
export function letterSides(
  places: readonly number[],
  room: number,
  edge: number,
): ('left' | 'right' | null)[] {
  const sides: ('left' | 'right' | null)[] = [];
  places.forEach((place, index) => {
    const before = places[index - 1] ?? -Infinity;
    const after = places[index + 1] ?? Infinity;
    const taken = sides[index - 1] === 'right' ? before + room : before;
    if (after - place >= room && place + room <= edge) sides.push('right');
    else sides.push(place - taken >= room ? 'left' : null);
  });
  return sides;
}
