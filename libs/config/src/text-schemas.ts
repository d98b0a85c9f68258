import { isHolidayRegion } from '@sturmwarte/clock/holidays';
import { isIP } from 'node:net';
import { z } from 'zod';

/** The environment speaks text: every schema here takes a string and says in English what it wanted. */
export const portText = whole(0, 65_535);

export function whole(min: number, max: number): z.ZodType<number> {
  return z
    .string()
    .regex(/^\d{1,15}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine(
      (value) => value >= min && value <= max,
      `must be a whole number from ${min} to ${max}`,
    );
}

export const databaseUrlText = z
  .string()
  .refine(
    (value) => ['postgres:', 'postgresql:'].includes(protocolOf(value)),
    'must look like postgres://user:password@host:5432/database',
  );

/** The address people type: scheme, host and port only, because the console lives at its root. */
export const publicUrlText = z
  .string()
  .refine(
    (value) => ['http:', 'https:'].includes(protocolOf(value)) && new URL(value).pathname === '/',
    'must look like https://sturm.example.org, without a path',
  )
  .transform((value) => new URL(value).origin);

export const proxiesText = z.string().transform((value, context): readonly string[] => {
  const entries = value.split(',').map((entry) => entry.trim());
  for (const entry of entries) {
    if (!isAddress(entry)) {
      context.addIssue({
        code: 'custom',
        message: `must list addresses or networks like 10.0.0.5,172.16.0.0/12; not one: "${entry.slice(0, 60)}"`,
      });
    }
  }
  return entries;
});

export const zoneText = z
  .string()
  .refine(isZone, 'must be the name of a time zone like Europe/Berlin');

export const holidayRegionText = z
  .string()
  .refine(isHolidayRegion, 'must be a country or a part of it, like DE, DE-BY or AT');

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : '';
}

function isAddress(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}
