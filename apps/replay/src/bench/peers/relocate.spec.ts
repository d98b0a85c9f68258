import { describe, expect, it } from '@jest/globals';
import { posix } from 'node:path';
import { relocate } from './relocate.js';

describe('a program unpacked elsewhere', () => {
  it('finds its files in its working directory', () => {
    const place = '/usr/share/prometheus/alertmanager';
    const program = Buffer.from(`\u0000${place}/ui\u0000${place}\u00ff`, 'latin1');
    const moved = relocate(program, place);
    expect(moved).toHaveLength(program.length);
    expect(moved.includes(place)).toBe(false);
    const [, ui = '', home = ''] = moved.toString('latin1').replace('\u00ff', '').split('\u0000');
    expect(posix.normalize(ui)).toBe('ui');
    expect(posix.join(home, 'default.tmpl')).toBe('default.tmpl');
  });

  it('is left alone where it names no such place', () => {
    expect(relocate(Buffer.from('plain'), '/usr/share')).toEqual(Buffer.from('plain'));
  });
});
