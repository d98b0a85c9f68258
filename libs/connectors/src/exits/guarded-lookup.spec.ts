import { describe, expect, it } from '@jest/globals';
import { faultOf, pinned } from './guarded-lookup.js';

describe('an address nobody looked at', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.0.9', '100.64.0.1', '::1', 'fd12::1'],
    ...['::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', '::7f00:1', '::127.0.0.1'],
  ])('%s is private, and spoken to only where somebody said so', (address) => {
    expect(faultOf(address, false)).toBe('private-address');
    expect(faultOf(address, true)).toBeNull();
  });

  it.each([
    ...['0.0.0.0', '169.254.169.254', '224.0.0.1', '255.255.255.255', '192.0.2.1', '::'],
    ...['fe80::1', 'fe80::1%eth0', 'ff02::1', 'fd00:ec2::254', '2001:db8::1', '2002:a00:1::'],
    ...['::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe', 'nonsense', ''],
  ])('%s is never spoken to', (address) => {
    expect(faultOf(address, false)).toBe('forbidden-address');
    expect(faultOf(address, true)).toBe('forbidden-address');
  });

  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])(
    '%s is out in the world',
    (address) => {
      expect(faultOf(address, false)).toBeNull();
    },
  );

  it('cannot be slipped in after the check: the name answers only what was checked', () => {
    const answers: unknown[] = [];
    const lookup = pinned([{ address: '93.184.216.34', family: 4 }]);
    const note = (...answer: unknown[]): void => void answers.push(answer);
    lookup('rebinding.example', { all: true }, note);
    lookup('rebinding.example', {}, note);
    expect(answers).toEqual([
      [null, [{ address: '93.184.216.34', family: 4 }]],
      [null, '93.184.216.34', 4],
    ]);
  });
});
