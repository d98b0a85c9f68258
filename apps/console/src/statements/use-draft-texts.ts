import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useRoom } from '../room/room-context.js';
import { useSession } from '../session/session.js';
import { brandsQuery } from '../spaces/spaces.queries.js';
import { agreedWordingsQuery } from '../wordings/wordings.queries.js';
import { fillAgreed } from './fill-agreed.js';
import { fillVariants, type FilledVariant } from './fill-variants.js';
import type { DraftSource } from './source-field.js';
import { templatesOfRoom } from './templates-of-room.js';
import { templateValues } from './template-values.js';

interface DraftTexts {
  readonly variants: (FilledVariant & {
    readonly attachments: string[];
    readonly agreed: { readonly id: number; readonly values: Record<string, string> } | null;
  })[];
  /** Gaps still open. */
  readonly missing: readonly string[];
  /** Gaps open before anybody filled one here. */
  readonly named: readonly string[];
}

/** The texts a statement would begin with, as they stand right now. */
export function useDraftTexts(
  source: DraftSource,
  languages: readonly ('de' | 'en')[],
  gaps: Readonly<Record<string, string>>,
): DraftTexts {
  const { incident, playbooks, now } = useRoom();
  const format = useFormat();
  const { person } = useSession();
  const { data: brands = [] } = useQuery(brandsQuery);
  const { data: agreed = [] } = useQuery(agreedWordingsQuery);
  const [nowMs] = useState(now);
  const bare = { attachments: [] as string[], agreed: null };
  if (source.kind === 'empty') {
    const text = source.text.trim();
    const { channel } = source;
    return {
      variants:
        text === '' ? [] : languages.map((language) => ({ channel, language, text, ...bare })),
      ...{ missing: [], named: [] },
    };
  }
  const brand = brands.find(({ id }) => id === incident.brandId)?.name ?? '';
  const facts = { incident, brand, writer: person.name, nowMs, format };
  const typed = Object.fromEntries(Object.entries(gaps).filter(([, text]) => text.trim() !== ''));
  if (source.kind === 'agreed') {
    const wording = agreed.find(({ id }) => id === source.agreed);
    if (wording === undefined) return { variants: [], missing: [], named: [] };
    const fillIt = (more: Readonly<Record<string, string>>) =>
      fillAgreed(wording, new Date(nowMs).toISOString(), (language) => ({
        ...templateValues(facts, language),
        ...more,
      }));
    const { variants, missing } = fillIt(typed);
    return {
      variants: variants.map((one) => ({
        ...{ channel: one.channel, language: one.language, text: one.text, attachments: [] },
        agreed: one.agreed === null ? null : { ...one.agreed, values: { ...one.agreed.values } },
      })),
      ...{ missing, named: fillIt({}).missing },
    };
  }
  const templates = templatesOfRoom(incident, playbooks).filter(({ id }) =>
    source.templates.includes(id),
  );
  const fill = (more: Readonly<Record<string, string>>) =>
    fillVariants(templates, languages, (language) => ({
      ...templateValues(facts, language),
      ...more,
    }));
  const filled = fill(typed);
  return {
    variants: filled.variants.map((variant) => ({ ...variant, ...bare })),
    missing: filled.missing,
    named: fill({}).missing,
  };
}
