import type { ApprovalChain } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import page from './playbook.page.module.css';
import { useSpan } from './use-span.js';

/** Who says yes before anything leaves the house, from which level on, and how fast. */
export function ApprovalReading({ chain }: { chain: ApprovalChain }) {
  const t = useText();
  const span = useSpan();
  if (chain.length === 0) return null;
  return (
    <section className={page.panel} aria-labelledby="approval">
      <h2 id="approval">{t('playbooks:approval.title')}</h2>
      <ul className={page.items}>
        {chain.map(({ levelFrom, impactFrom, stages, publicWithinMinutes }) => (
          <li key={`${levelFrom} ${impactFrom}`}>
            <strong>
              {impactFrom === null
                ? t('playbooks:approval.from', { level: levelFrom })
                : t('playbooks:approval.fromImpact', { level: levelFrom, impact: impactFrom })}
            </strong>
            , {t('playbooks:approval.publicWithin', { time: span(publicWithinMinutes) })}
            {stages.length === 0 ? <p>{t('playbooks:approval.none')}</p> : null}
            <ol>
              {stages.map(({ roles, minutes, deputyAfterMinutes }, index) => (
                <li key={roles.join()}>
                  {index + 1}.{' '}
                  {t('playbooks:approval.stage', {
                    roles: roles.map((role) => t(`names:role.${role}`)).join(' + '),
                    time: span(minutes),
                    deputy: span(deputyAfterMinutes),
                  })}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  );
}
