import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from '@jest/globals';
import { readAgain, readAnew } from './read-again.js';

/** A console that asks a slow server: every answer is what the server knew when it was asked. */
class SlowServer {
  truth = 'calm';
  asked = 0;
  readonly client = new QueryClient();
  private readonly answers: (() => void)[] = [];

  open(): void {
    const observer = new QueryObserver(this.client, {
      queryKey: ['alerts'],
      queryFn: () => {
        const known = this.truth;
        this.asked += 1;
        return new Promise<string>((resolve) => this.answers.push(() => resolve(known)));
      },
    });
    observer.subscribe(() => undefined);
  }

  async answer(): Promise<void> {
    this.answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }

  shown(): unknown {
    return this.client.getQueryData(['alerts']);
  }
}

describe('an alarm that comes while the page is still being read', () => {
  it('is on the page although the first answer did not know it', async () => {
    const server = new SlowServer();
    server.open();
    server.truth = 'storm';
    readAnew(server.client, { queryKey: ['alerts'] });
    await server.answer();
    await server.answer();
    expect(server.shown()).toBe('storm');
    expect(server.asked).toBe(2);
  });

  it('is not overwritten by an older answer', async () => {
    const server = new SlowServer();
    server.open();
    await server.answer();
    void server.client.refetchQueries({ queryKey: ['alerts'] });
    server.truth = 'storm';
    server.client.setQueryData(['alerts'], 'storm');
    readAgain(server.client, { queryKey: ['alerts'] });
    await server.answer();
    await server.answer();
    expect(server.shown()).toBe('storm');
  });

  it('costs one more reading, however many came, and none when the answer holds it', async () => {
    const server = new SlowServer();
    server.open();
    for (let i = 0; i < 20; i += 1) {
      readAgain(server.client, { queryKey: ['alerts'] }, (data) => data === 'calm');
    }
    await server.answer();
    expect(server.asked).toBe(2);
    server.truth = 'storm';
    await server.answer();
    await server.answer();
    expect(server.asked).toBe(2);
  });
});
