import { Tabs } from '@mantine/core';
import '@mantine/core/styles/Tabs.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '../language/text.js';
import { AgreedList } from './agreed-list.js';
import { HouseRules } from './house-rules.js';
import classes from './wordings.module.css';
import { WORDINGS_TABS } from './wordings-tabs.js';

/** Sprachregelungen: words that lie ready, and the rules texts are held against. */
export function WordingsPage() {
  const t = useText();
  const navigate = useNavigate();
  const { tab = 'agreed' } = useSearch({ from: '/watch/wordings' });
  return (
    <div className={classes.page}>
      <h1>{t('wording:page.title')}</h1>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) =>
          void navigate({
            to: '.',
            search: (before: object) => ({ ...before, tab: next }) as never,
            replace: true,
          })
        }
      >
        <Tabs.List>
          {WORDINGS_TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`wording:page.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="agreed" className={classes.panel}>
          <AgreedList />
        </Tabs.Panel>
        <Tabs.Panel value="rules" className={classes.panel}>
          <HouseRules />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
