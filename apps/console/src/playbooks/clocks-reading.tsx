import { legalClockRule } from '@sturmwarte/clock';
import type { Playbook } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import page from './playbook.page.module.css';

/** The legal clocks put up for assessment when it starts: when they concern us, and what the law says. */
export function ClocksReading({ clocks }: Pick<Playbook, 'clocks'>) {
  const t = useText();
  const { language } = useFormat();
  return (
    <section className={page.panel} aria-labelledby="legal-clocks">
      <h2 id="legal-clocks">{t('playbooks:clocks.title')}</h2>
      {clocks.length === 0 ? <p>{t('playbooks:clocks.none')}</p> : null}
      <ul className={page.items}>
        {clocks.map(({ id, role, note }) => {
          const rule = legalClockRule(id);
          return (
            <li key={id}>
              <strong>
                {id}: {rule.title[language]}
              </strong>
              <p>{note[language]}</p>
              <p>
                {t('playbooks:clocks.stages', {
                  stages: rule.stages.map(({ title }) => title[language]).join(' · '),
                })}
              </p>
              <p className={page.small}>
                {t('playbooks:clocks.assessedBy', { role: t(`names:role.${role}`) })}
                {' · '}
                {t('playbooks:clocks.basis', { basis: rule.basis })}
                {' · '}
                {t(rule.verified ? 'clocks:legal.verified' : 'clocks:legal.unverified')}
              </p>
              <p className={page.small}>{rule.notes[language]}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
