import { CRISIS_ROLES, LEGAL_CLOCK_IDS } from '@sturmwarte/domain';
import type { z } from 'zod';
import type { At, Finding } from './finding.js';
import { below } from './finding.js';
import { isMistakeCode, type MistakeCode, type MistakeParams } from './mistake.js';

type Issue = z.core.$ZodIssue;

/** The abbreviations crisis teams use, for a better answer than "unknown". */
const ROLE_BY_ABBREVIATION: Readonly<Record<string, string>> = {
  CM: 'community',
  EL: 'lead',
  PR: 'pr',
  RECHT: 'legal',
  GL: 'board',
  FB: 'unit',
  HR: 'hr',
  IT: 'it',
  KS: 'service',
  QM: 'quality',
  IR: 'investor',
  DSB: 'privacy',
  ISB: 'security',
  PK: 'keeper',
};
const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  string: ['ein Text', 'a text'],
  number: ['eine Zahl', 'a number'],
  int: ['eine ganze Zahl', 'a whole number'],
  boolean: ['true oder false', 'true or false'],
  array: ['eine Liste', 'a list'],
  object: ['eine Gruppe von Schlüsseln', 'a group of keys'],
};

/** What the schema found wrong, in our words; `data` is what was read. */
export function schemaFindings(issues: readonly Issue[], data: unknown, file: string): Finding[] {
  return issues.flatMap((issue) => toFindings(issue, data, file));
}

function toFindings(issue: Issue, data: unknown, file: string): Finding[] {
  const at: At = {
    file,
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  };
  const value = valueAt(data, at.path);
  const key = String(at.path.at(-1) ?? file);
  if (isMistakeCode(issue.message)) return [own(issue.message, at, value, key)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => ({
        // { de: erst lesen, dann handeln } reads as two keys, the second one without a value.
        code: valueAt(data, [...at.path, unknown]) === null ? 'unquoted-comma' : 'unknown-key',
        params: { key: unknown },
        at: below(at, unknown),
        atKey: true,
      }));
    case 'invalid_type': {
      if (value === undefined || value === null) return [missing(at, key)];
      const [expected, expectedEn] = KINDS[issue.expected] ?? [issue.expected, issue.expected];
      return [{ code: 'wrong-type', params: { key, expected, expectedEn }, at }];
    }
    case 'too_big':
      return [{ code: 'too-long', params: { key, max: Number(issue.maximum) }, at }];
    case 'too_small':
      return [{ code: 'too-short', params: { key, min: Number(issue.minimum) }, at }];
    case 'invalid_value':
      if (value === undefined) return [missing(at, key)];
      return [
        {
          code: 'wrong-value',
          params: { value: shown(value), allowed: issue.values.map(String).join(', ') },
          at,
        },
      ];
    case 'invalid_union':
      if (value === undefined) return [missing(at, key)];
      return [
        { code: 'wrong-value', params: { value: shown(value), allowed: optionsOf(issue) }, at },
      ];
    default:
      return [{ code: 'wrong-value', params: { value: shown(value), allowed: issue.message }, at }];
  }
}

function own(code: MistakeCode, at: At, value: unknown, key: string): Finding {
  if (
    value === undefined &&
    !['missing-language', 'decision-without-options', 'approval-without-draft'].includes(code)
  ) {
    return missing(at, key);
  }
  return { code, params: ownParams(code, at, value), at };
}

function ownParams(code: MistakeCode, at: At, value: unknown): MistakeParams {
  switch (code) {
    case 'missing-language': {
      const german = at.path.at(-1) === 'de';
      return {
        language: german ? 'Deutsch' : 'Englisch',
        languageEn: german ? 'German' : 'English',
      };
    }
    case 'unknown-role': {
      const meant = ROLE_BY_ABBREVIATION[shown(value).toUpperCase()];
      const hint = meant ? `Meinten Sie „${meant}“? ` : '';
      const hintEn = meant ? `Did you mean "${meant}"? ` : '';
      return { value: shown(value), hint, hintEn, allowed: CRISIS_ROLES.join(', ') };
    }
    case 'unknown-clock':
      return { value: shown(value), allowed: LEGAL_CLOCK_IDS.join(', ') };
    default:
      return { value: shown(value) };
  }
}

function missing(at: At, key: string): Finding {
  return { code: 'missing-key', params: { key }, at };
}

function optionsOf(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  return 'options' in issue && Array.isArray(issue.options)
    ? issue.options.map(String).join(', ')
    : issue.message;
}

function valueAt(data: unknown, path: At['path']): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    data,
  );
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
