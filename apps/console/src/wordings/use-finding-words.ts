import { PHRASE_RULES, type PhraseRuleId, type WordingFinding } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

export interface FindingWords {
  readonly title: string;
  readonly why: string | null;
  readonly better: string | null;
}

/** Some rules say something else by one of their facts: what is missing, which language, which form. */
const BY_FACT: Readonly<Record<string, string>> = {
  'signature-missing': 'kind',
  'other-language': 'language',
  'form-of-address': 'expected',
};

/** What a finding means to whoever writes: of a shipped rule in our words, of the house's in theirs. */
export function useFindingWords(): (finding: WordingFinding) => FindingWords {
  const t = useText();
  const { language } = useFormat();
  return useCallback(
    ({ rule, words, params }) => {
      if (words !== null) {
        const { found } = params;
        const title = typeof found === 'string' ? found : rule;
        return { title, why: words.why[language], better: words.better?.[language] ?? null };
      }
      if (isPhraseRule(rule)) {
        return {
          title: t(`wording:phrase.${rule}.title`),
          why: t(`wording:phrase.${rule}.why`),
          better: t(`wording:phrase.${rule}.better`),
        };
      }
      const fact = BY_FACT[rule];
      const key = fact === undefined ? rule : `${rule}.${String(params[fact])}`;
      // The rules of form are as many as the sentences; a test holds them against each other.
      const say = t as unknown as (key: string, facts: object) => string;
      return { title: say(`wording:form.${key}`, params), why: null, better: null };
    },
    [t, language],
  );
}

function isPhraseRule(rule: string): rule is PhraseRuleId {
  return Object.hasOwn(PHRASE_RULES, rule);
}
