import { Tabs } from '@mantine/core';
import '@mantine/core/styles/Tabs.css';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { Accounts } from './accounts.js';
import { AuditList } from './audit-list.js';
import { Brands } from './brands.js';
import classes from './people.module.css';
import { PEOPLE_TABS, type PeopleTab } from './people-tabs.js';
import { RightsTable } from './rights-table.js';

/** Personen: who belongs to the house, what they may do, and what was changed by whom. */
export function PeoplePage() {
  const t = useText();
  const may = useMay();
  const navigate = useNavigate();
  const chosen = useSearch({ from: '/watch/people' }).tab;
  const open: Record<PeopleTab, boolean> = {
    accounts: may('people.manage', null),
    brands: may('brands.manage', null),
    rights: true,
    audit: may('audit.see', null),
  };
  const tabs = PEOPLE_TABS.filter((tab) => open[tab]);
  const tab = chosen !== undefined && open[chosen] ? chosen : tabs[0];
  return (
    <div className={classes.page}>
      <h1>{t('people:title')}</h1>
      {open.accounts ? null : <p className={classes.dim}>{t('people:forbidden')}</p>}
      <Tabs
        value={tab ?? null}
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
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`people:tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="accounts" className={classes.panel}>
          <Accounts />
        </Tabs.Panel>
        <Tabs.Panel value="brands" className={classes.panel}>
          <Brands />
        </Tabs.Panel>
        <Tabs.Panel value="rights" className={classes.panel}>
          <RightsTable />
        </Tabs.Panel>
        <Tabs.Panel value="audit" className={classes.panel}>
          <AuditList />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
