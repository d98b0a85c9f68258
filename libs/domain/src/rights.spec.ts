import { describe, expect, it } from '@jest/globals';
import { brandsWith, may, RIGHTS } from './rights.js';
import type { Grant } from './roles.js';

const NORDLICHT = 1;
const SUEDWIND = 2;
const onDuty: Grant[] = [{ role: 'community', brandId: NORDLICHT }];
const admin: Grant[] = [{ role: 'admin', brandId: null }];

describe('who may do what', () => {
  it('lets the person on duty acknowledge for her own brand only', () => {
    expect(may(onDuty, 'alert.acknowledge', NORDLICHT)).toBe(true);
    expect(may(onDuty, 'alert.acknowledge', SUEDWIND)).toBe(false);
    expect(may(onDuty, 'alert.acknowledge', null)).toBe(false);
  });

  it('shows the admin the board but never lets him acknowledge or close', () => {
    expect(may(admin, 'board.see', NORDLICHT)).toBe(true);
    expect(may(admin, 'alert.acknowledge', NORDLICHT)).toBe(false);
    expect(may(admin, 'alert.close', NORDLICHT)).toBe(false);
  });

  it('does not let an admin of one brand manage people', () => {
    const brandAdmin: Grant[] = [{ role: 'admin', brandId: NORDLICHT }];
    expect(may(brandAdmin, 'people.manage', NORDLICHT)).toBe(false);
    expect(may(brandAdmin, 'sources.manage', NORDLICHT)).toBe(true);
    expect(brandsWith(brandAdmin, 'people.manage')).toEqual([]);
  });

  it('gives a person without a role nothing at all', () => {
    for (const right of RIGHTS) expect(may([], right, NORDLICHT)).toBe(false);
  });

  it('lists the brands a right reaches', () => {
    const two: Grant[] = [...onDuty, { role: 'pr', brandId: SUEDWIND }];
    expect(brandsWith(two, 'alert.acknowledge')).toEqual([NORDLICHT, SUEDWIND]);
    expect(brandsWith(two, 'alert.close')).toEqual([SUEDWIND]);
    expect(brandsWith(admin, 'board.see')).toBe('all');
  });
});
