import { describe, expect, it } from '@jest/globals';
import { classifyFailure, failureError, lastComplaint } from './explain-failure.js';
import { folderLayout } from './folder-layout.js';

const layout = folderLayout('/data/postgres');

describe("PostgreSQL's last words", () => {
  it.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'noDiskSpace'],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'portTaken'],
    ['FATAL:  could not create any TCP/IP sockets', 'portTaken'],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'stillShuttingDown'],
    ['FATAL:  lock file "postmaster.pid" already exists', 'stillShuttingDown'],
    ['FATAL:  data directory "/d" has wrong ownership', 'dataDirNotWritable'],
    ['FATAL:  could not open file "global/pg_control": Permission denied', 'dataDirNotWritable'],
    ['PANIC:  could not locate a valid checkpoint record at 0/1', 'dataDirBroken'],
    ['FATAL:  could not open file "pg_filenode.map": No such file or directory', 'dataDirBroken'],
    ['postgres: could not find the database system', 'dataDirBroken'],
    ['FATAL:  database files are incompatible with server', 'wrongMajorVersion'],
    ['"root" execution of the PostgreSQL server is not permitted.', 'rootRefused'],
    ['spawn /opt/closed/postgres EACCES', 'rootRefused'],
    ['FATAL:  something nobody has seen before', 'startFailed'],
    ['', 'startFailed'],
  ])('%s', (log, failure) => {
    expect(classifyFailure(log)).toBe(failure);
  });

  it('are quoted without their prefix', () => {
    const log = '2026-11-22 UTC [1] LOG:  a\n2026-11-22 UTC [1] FATAL:  too bad\n[1] LOG:  bye\n';
    expect(lastComplaint(log)).toBe('too bad');
    expect(lastComplaint('')).toBe('it said nothing');
  });

  it('become an error that names the folder and the log', () => {
    expect(failureError('dataDirBroken', 'PANIC:  torn', layout).params).toEqual({
      dataDir: '/data/postgres',
      reason: 'torn',
      logFile: '/data/postgres/postgres.log',
    });
    expect(failureError('portTaken', 'FATAL:  busy', layout).code).toBe('startFailed');
  });
});
