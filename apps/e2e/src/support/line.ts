import type { Page, WebSocketRoute } from '@playwright/test';

/** The line between one window and the server, in a story's hands. The server and everybody else go on. */
export class Line {
  private isCut = false;
  private isSlow = false;
  private readonly wires = new Set<WebSocketRoute>();
  private waiting: (() => void)[] = [];

  private constructor() {}

  /** Before the window opens its first page. */
  static async of(page: Page): Promise<Line> {
    const line = new Line();
    await page.routeWebSocket(/socket\.io/, (wire) => line.connect(wire));
    return line;
  }

  /** Pulls the plug; whoever knocks again is not let through. */
  async cut(): Promise<void> {
    this.isCut = true;
    await Promise.all([...this.wires].map((wire) => wire.close()));
    this.wires.clear();
  }

  mend(): void {
    this.isCut = false;
  }

  /** What the server says from now on takes its time. */
  slow(): void {
    this.isSlow = true;
  }

  /** It all arrives at last, in order. */
  quick(): void {
    this.isSlow = false;
    for (const deliver of this.waiting) deliver();
    this.waiting = [];
  }

  private connect(wire: WebSocketRoute): void {
    if (this.isCut) return void wire.close();
    this.wires.add(wire);
    const server = wire.connectToServer();
    server.onMessage((message) => {
      if (this.isSlow) this.waiting.push(() => wire.send(message));
      else wire.send(message);
    });
  }
}
