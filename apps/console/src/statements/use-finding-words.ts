import { PHRASE_RULES, type PhraseRuleId, type WordingFinding } from '@sturmwarte/domain';
import type { Text as BothLanguages } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

export interface FindingWords {
  readonly title: string;
  readonly why: string | null;
  readonly better: string | null;
}

/** What a finding means to whoever writes: of a shipped rule in our words, of the house's in theirs. */
export function useFindingWords(): (finding: WordingFinding) => FindingWords {
  const t = useText();
  const { language } = useFormat();
  return useCallback(
    ({ rule, words, params }) => {
      if (words !== null) {
        const own = (text: BothLanguages | null): string | null => text?.[language] ?? null;
        const found = typeof params['found'] === 'string' ? params['found'] : rule;
        return { title: `„${found}“`, why: own(words.why), better: own(words.better) };
      }
      if (isPhraseRule(rule)) {
        return {
          title: t(`wording:phrase.${rule}.title`),
          why: t(`wording:phrase.${rule}.why`),
          better: t(`wording:phrase.${rule}.better`),
        };
      }
      return { title: formWords(t, rule, params), why: null, better: null };
    },
    [t, language],
  );
}

function isPhraseRule(rule: string): rule is PhraseRuleId {
  return Object.hasOwn(PHRASE_RULES, rule);
}

/** Some rules say something else by one of their facts: what is missing, which language, which form. */
function formWords(
  t: ReturnType<typeof useText>,
  rule: string,
  params: WordingFinding['params'],
): string {
  const say = t as unknown as (key: string, facts: object) => string;
  const by = {
    'signature-missing': 'kind',
    'other-language': 'language',
    'form-of-address': 'expected',
  };
  const fact = by[rule as keyof typeof by] as string | undefined;
  const key = fact === undefined ? rule : `${rule}.${String(params[fact])}`;
  return say(`wording:form.${key}`, params);
}
