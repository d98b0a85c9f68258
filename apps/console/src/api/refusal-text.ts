import { ROLES, type Role } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { useText } from '../language/text.js';
import { useFormat } from '../language/format.js';
import { Refusal, Unreachable } from './refusal.js';

/** Every fact a refusal may tell, for the case that it tells none. */
const UNKNOWN = {
  field: '–',
  by: '–',
  at: '–',
  role: '–',
  name: '–',
  waitsFor: '–',
  key: '–',
  open: '–',
  clock: '–',
  roles: '–',
  title: '–',
  silent: '–',
  needed: '–',
  from: '–',
  level: '–',
  until: '–',
  days: '–',
} as const;

type Fact = keyof typeof UNKNOWN;

function isFact(name: string): name is Fact {
  return Object.hasOwn(UNKNOWN, name);
}

function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (ROLES as readonly string[]).includes(value);
}

/** The sentence a reader gets for whatever went wrong. */
export function useRefusalText(): (problem: unknown) => string {
  const t = useText();
  const format = useFormat();
  return useCallback(
    (problem) => {
      if (problem instanceof Unreachable) return t('app:error.unreachable');
      if (!(problem instanceof Refusal)) return t('error:internal');
      const facts: Record<Fact, string> = { ...UNKNOWN };
      for (const [name, value] of Object.entries(problem.params)) {
        if (!isFact(name)) continue;
        facts[name] = String(value ?? '–');
        if ((name === 'at' || name === 'from') && typeof value === 'string')
          facts[name] = format.time(value);
        if (name === 'until' && typeof value === 'string') facts[name] = format.dateTime(value);
        if (name === 'role' && isRole(value)) facts[name] = t(`names:role.${value}`);
      }
      const named = problem.params['roles'];
      if (typeof named === 'string') {
        const roles = named.split(',').filter(isRole);
        facts.roles = roles.map((role) => t(`names:role.${role}`)).join(', ');
        if (problem.code === 'not-allowed') {
          return t('app:error.rolesWhoMay', { roles: facts.roles });
        }
      }
      return t(`error:${problem.code}`, facts);
    },
    [t, format],
  );
}
