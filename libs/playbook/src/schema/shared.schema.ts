import { LEGAL_CLOCK_IDS, OUTLET_CHANNELS } from '@sturmwarte/domain';
import { z } from 'zod';
import { answer, duration, id, impact, level, reference, role, text } from './fields.js';
import { stepSchema } from './step.schema.js';

export const phaseSchema = z
  .strictObject({
    id,
    title: text(80).optional().describe('Nur wo sie zuerst vorkommt / Only where it is new'),
    steps: z.array(stepSchema).optional(),
  })
  .describe('Ein Abschnitt des Vorgehens / A phase');

export const templateSchema = z
  .strictObject({
    id: id.describe(
      'Gleiche Kennung wie in einem gemeinsamen Teil: ersetzt dessen Vorlage / Same id as in a shared part: replaces its template',
    ),
    channels: z
      .array(z.enum(OUTLET_CHANNELS))
      .min(1)
      .describe('Für diese Kanäle; der strengste bestimmt die Länge / For these channels'),
    title: text(120),
    body: text(8000).describe(
      'Der Text; {name} ist eine Variable / The text; {name} is a variable',
    ),
  })
  .describe('Eine Textvorlage / A text template');

export const approvalRuleSchema = z
  .strictObject({
    from: z
      .strictObject({ level, impact: impact.optional() })
      .describe('Gilt ab dieser Windstärke oder dieser Tragweite / From this level or this impact'),
    stages: z
      .array(
        z.strictObject({
          roles: z.array(role).min(1).describe('Nebeneinander / Side by side'),
          quorum: z
            .int()
            .min(1)
            .max(10)
            .optional()
            .describe('So viele genügen; ohne Angabe alle / So many are enough; all if left out'),
          minutes: duration,
          deputyAfter: duration.describe('Dann auch die Vertretung / Then the deputy too'),
        }),
      )
      .max(4)
      .describe('Nacheinander; leer: vorab freigegeben / One after the other; empty: pre-approved'),
    publicWithin: duration.describe('Öffentlich binnen / Public within'),
  })
  .describe('Freigabekette / Approval chain');

export const clockSchema = z
  .strictObject({
    id: z.enum(LEGAL_CLOCK_IDS, { error: 'unknown-clock' }),
    role,
    note: text(400).describe('Wann sie uns betrifft / When it concerns us'),
  })
  .describe('Eine Rechtsuhr, die zu prüfen ist / A legal clock to assess');

export const promiseSchema = z
  .strictObject({ id, title: text(160), within: duration.describe('Nach T0 / After T0') })
  .describe('Was wir zusagen / What we promise');

export const exitSchema = z
  .strictObject({
    id,
    title: text(200),
    check: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('calm'),
        level,
        hours: z.int().min(1).max(720),
        peakFrom: level.optional(),
        peakBelow: level.optional(),
      }),
      z.strictObject({ kind: z.literal('clocks') }),
      z.strictObject({ kind: z.literal('promises') }),
      z.strictObject({ kind: z.literal('answered') }),
      z.strictObject({ kind: z.literal('handover') }),
      z.strictObject({ kind: z.literal('step'), step: reference }),
      z.strictObject({ kind: z.literal('confirm') }),
    ]),
  })
  .describe('Wann Entwarnung gegeben werden darf / When the all-clear may be given');

export const wordingSchema = z
  .strictObject({
    id,
    de: z.array(z.string().min(2).max(80)).describe('Deutsche Wendungen, * für jede Endung'),
    en: z.array(z.string().min(2).max(80)).describe('English phrases, * for any ending'),
    why: text(400),
    channels: z.array(z.enum(OUTLET_CHANNELS)).min(1).optional().describe('Ohne Angabe: überall'),
    until: answer.optional().describe('Erlaubt, sobald so entschieden / Allowed once decided so'),
  })
  .describe('Wörter, die es schlimmer machen / Words that make it worse');
