import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { parse } from './parse.js';

const schema = z.object({ name: z.string(), rules: z.array(z.object({ id: z.string() })) });

describe('the door', () => {
  it('lets through what fits, and names what does not', () => {
    const good = { name: 'Nordwind 🔥', rules: [{ id: 'a' }] };
    expect(parse(schema, good)).toEqual(good);
    expect(() => parse(schema, { name: 1, rules: [] })).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        params: expect.objectContaining({ field: 'name' }),
      }),
    );
  });

  it.each(['\u0000', 'a\ud800', '\udc00b'])('keeps out what no database takes: %j', (id) => {
    expect(() => parse(schema, { name: 'x', rules: [{ id: 'a' }, { id }] })).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        params: expect.objectContaining({ field: 'rules.1.id' }),
      }),
    );
  });

  it('does not look into what its reader looks into', () => {
    expect(parse(z.unknown(), ['\u0000'])).toEqual(['\u0000']);
  });
});
