import type { ExitStanding } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

/** What an exit criterion asks: the playbook's words, or the house's own. */
export function useCriterionName(): (standing: ExitStanding) => string {
  const t = useText();
  const { language } = useFormat();
  return ({ criterion, check }) => {
    if (criterion !== null) return criterion.title[language];
    switch (check.kind) {
      case 'calm':
        return t('room:exit.calm', { level: check.level, hours: check.hours });
      case 'clocks':
      case 'promises':
      case 'handover':
      case 'words':
      case 'answered':
      case 'confirm':
        return t(`room:exit.${check.kind}`);
      case 'step':
        return check.step;
    }
  };
}
