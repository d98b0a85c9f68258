import { OUTLET_LIMITS, outletLength, type Playbook } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import page from './playbook.page.module.css';
import classes from './templates-reading.module.css';

const LANGUAGES = ['de', 'en'] as const;

/** The prepared texts, side by side in both languages: they go out in both. */
export function TemplatesReading({ templates }: Pick<Playbook, 'templates'>) {
  const t = useText();
  if (templates.length === 0) return null;
  return (
    <section aria-labelledby="templates">
      <h2 id="templates">{t('playbooks:templates.title')}</h2>
      <p className={page.small}>{t('playbooks:templates.hint')}</p>
      <ul className={classes.templates}>
        {templates.map((template) => (
          <li key={template.id} id={`template-${template.id}`} className={classes.template}>
            {LANGUAGES.map((language) => (
              <div key={language} className={classes.text}>
                <h3>
                  <span lang={language}>{template.title[language]}</span>{' '}
                  <span className={page.small}>
                    {t(
                      language === 'de'
                        ? 'playbooks:templates.german'
                        : 'playbooks:templates.english',
                    )}
                  </span>
                </h3>
                <p lang={language} className={classes.body}>
                  {template.body[language]}
                </p>
                <Lengths template={template} text={template.body[language]} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Characters as each channel counts them. */
function Lengths({ template, text }: { template: Playbook['templates'][number]; text: string }) {
  const t = useText();
  return (
    <ul className={classes.lengths}>
      {template.channels.map((channel) => {
        const limit = OUTLET_LIMITS[channel];
        const values = {
          channel: t(`playbooks:channel.${channel}`),
          length: outletLength(channel, text),
        };
        return (
          <li key={channel}>
            {limit === null
              ? t('playbooks:templates.length', values)
              : t('playbooks:templates.lengthOf', { ...values, limit })}
          </li>
        );
      })}
    </ul>
  );
}
