import { describe, expect, it } from '@jest/globals';
import { complaintIn } from './complaint-in.js';

describe('why a peer could not be fetched', () => {
  it('is what npm said first, not where its log lies', () => {
    const said = [
      'npm warn deprecated something',
      'npm error code ECONNREFUSED',
      'npm error syscall connect',
      'npm error errno ECONNREFUSED',
      'npm error A complete log of this run can be found in: /home/ada/.npm/_logs',
    ];
    expect(complaintIn(said.join('\n'))).toBe(
      'npm error code ECONNREFUSED | npm error syscall connect | npm error errno ECONNREFUSED',
    );
  });

  it('is the error of apt among its warnings', () => {
    expect(complaintIn('W: no key\nE: Unable to locate package prometheus\nN: see apt\n')).toBe(
      'E: Unable to locate package prometheus',
    );
  });

  it('is the last that was said by anybody else', () => {
    expect(complaintIn('one\ntwo\n\nthree\nfour\n')).toBe('two | three | four');
  });
});
