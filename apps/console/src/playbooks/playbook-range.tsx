import type { Playbook } from '@sturmwarte/domain';
import { useText } from '../language/text.js';

/** For which wind and which impact it is written. */
export function PlaybookRange({ wind, impact }: Pick<Playbook, 'wind' | 'impact'>) {
  const t = useText();
  return (
    <>
      <span>
        {wind.from === wind.to
          ? t('playbooks:range.windOne', wind)
          : t('playbooks:range.wind', wind)}
      </span>
      <span>
        {impact.from === impact.to
          ? t('playbooks:range.impactOne', impact)
          : t('playbooks:range.impact', impact)}
      </span>
    </>
  );
}
