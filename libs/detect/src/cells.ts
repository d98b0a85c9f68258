/**
 * A view of some of the numbers a topic keeps, which lie among those of others. One view can be led from topic to topic:
 * with thousands of topics every further thing to look up for each of them waits for memory.
 */
export abstract class Cells {
  constructor(
    protected cells: Float64Array,
    protected from: number,
  ) {}

  moveTo(cells: Float64Array, from: number): void {
    // Telling the collector of a thing costs more than looking whether it is another one.
    if (this.cells !== cells) this.cells = cells;
    this.from = from;
  }
}
