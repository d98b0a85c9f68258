import { describe, expect, it } from '@jest/globals';
import { makeLog } from './make-log.js';

const SECRET = 'gulls over the harbour';
const WORDS = 'Die Lounge war geschlossen!';

function logged(write: (log: ReturnType<typeof makeLog>) => void): string {
  const lines: string[] = [];
  write(makeLog({ logLevel: 'trace' }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('is one JSON object a line, with a time and a level in words', () => {
    const line = logged((log) => log.info({ traceId: 't' }, 'answered'));
    expect(JSON.parse(line)).toMatchObject({ level: 'info', traceId: 't', msg: 'answered' });
    expect(line.endsWith('\n')).toBe(true);
  });

  it('keeps secrets and the words of other people to itself, wherever they stand', () => {
    const out = logged((log) => {
      log.info({ password: SECRET, person: { passwordHash: SECRET } });
      log.info({ req: { headers: { cookie: SECRET, authorization: SECRET } } });
      log.info({ headers: { 'set-cookie': SECRET, 'x-sturmwarte-csrf': SECRET } });
      log.info({
        mention: { text: WORDS, author: { handle: WORDS } },
        body: { mention: { text: WORDS } },
      });
      log.info({ token: SECRET, link: SECRET, config: { secret: SECRET, databaseUrl: SECRET } });
    });
    expect(out).not.toContain(SECRET);
    expect(out).not.toContain(WORDS);
    expect(out).toContain('[redacted]');
  });

  it('says what a failing statement was about without what it was writing', () => {
    const error = Object.assign(new Error(`invalid input syntax for type integer: "${WORDS}"`), {
      code: '22P02',
      severity: 'ERROR',
      detail: `Failing row contains (1, ${WORDS}).`,
      where: `COPY mention, line 3, column text: "${WORDS}"`,
      query: 'insert into mention values ($1)',
      parameters: [WORDS],
    });
    const out = logged((log) => log.error({ err: error }, 'request failed'));
    expect(out).not.toContain(WORDS);
    expect(out).toContain('22P02');
    expect(out).toContain('invalid input syntax for type integer');
    expect(out).toContain('make-log.spec.ts');
  });

  it('keeps the message of our own errors', () => {
    const out = logged((log) => log.error({ err: new TypeError('no such topic') }));
    expect(JSON.parse(out)).toMatchObject({ err: { type: 'TypeError', message: 'no such topic' } });
  });
});
