import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '@sturmwarte/config';
import { DatabaseError, EmbeddedPostgresError } from '@sturmwarte/store';
import { readArguments } from './arguments.js';
import { AlreadyRunning } from './probe-port.js';
import { startFailure } from './start-failure.js';

const said = (error: unknown) => startFailure(error)?.sentences.join('\n');
const errno = (code: string, more: object = {}) =>
  Object.assign(new Error(code), { code, ...more });

describe('a server that cannot start', () => {
  it.each([
    [errno('EADDRINUSE', { port: 4400 }), 'Port 4400 is in use', '--port 4401'],
    [new AlreadyRunning('http://127.0.0.1:4400', 4400), 'already running', '--port 4401'],
    [errno('EACCES', { syscall: 'listen', port: 80 }), 'Port 80 needs rights', '--port 4400'],
    [errno('EADDRNOTAVAIL', { address: '10.9.9.9' }), '10.9.9.9', '127.0.0.1'],
    [errno('ENOSPC', { path: '.sturmwarte' }), 'No disk space', 'Free some'],
    [errno('53100'), 'No disk space', 'Free some'],
    [
      new DatabaseError('unreachable', { host: 'db', port: 5432, reason: 'ECONNREFUSED' }),
      'No database answers at db:5432',
      'DATABASE_URL',
    ],
    [new DatabaseError('too-old', { found: 14, needed: 15 }), 'PostgreSQL 14', 'Upgrade'],
    [new DatabaseError('newer-schema', { migration: 'X1' }), 'newer version', 'backup'],
    [
      new EmbeddedPostgresError('dataDirBroken', { dataDir: 'd', reason: 'r', logFile: 'l' }),
      'damaged',
      'backup',
    ],
    [
      new ConfigError([
        { setting: 'PORT', problem: 'must be a number' },
        { setting: 'HOST', problem: 'must be an address' },
      ]),
      'PORT must be a number.',
      'HOST must be an address.',
    ],
  ])('says why and how on: %s', (error, why, wayOut) => {
    expect(said(error)).toContain(why);
    expect(said(error)).toContain(wayOut);
  });

  it('leaves a bug to be seen as one', () => {
    expect(startFailure(new TypeError('undefined is not a function'))).toBeNull();
  });
});

describe('the arguments', () => {
  it('win over the environment', () => {
    const { environment, demo } = readArguments(['--port', '5000', '--demo'], { PORT: '1' });
    expect([environment['PORT'], demo]).toEqual(['5000', true]);
  });

  it('that nobody knows are named', () => {
    expect(() => readArguments(['--prot', '1'], {})).toThrow(/--prot/);
  });
});
