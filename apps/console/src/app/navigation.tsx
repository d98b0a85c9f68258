import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { useText } from '../language/text.js';
import { openAlarmsQuery } from '../alerts/alerts.queries.js';
import { isRinging } from '../alarm/ringing.js';
import { Icon } from '../ui/icons.js';
import { MenuOnDemand } from '../ui/menu-on-demand.js';
import { onDemand } from '../ui/on-demand.js';
import { PAGES, type Page } from './pages.js';
import classes from './navigation.module.css';

/** Behind the first screen, which does not wait for it. */
const ApprovalsCount = onDemand(
  async () => (await import('../approvals/approvals-count.js')).ApprovalsCount,
);
const load = () => import('./page-entries.js');
const PageEntries = onDemand(async () => (await load()).PageEntries);

/** How many pages fit beside "more" at the bottom of a phone. */
const ON_PHONE = 4;
const keepSpace = ({ space }: { space?: number }) => (space === undefined ? {} : { space });

export function NavigationRail() {
  const t = useText();
  return (
    <nav className={classes.rail} aria-label={t('app:nav.label')}>
      <ul>
        {PAGES.map((page) => (
          <li key={page.name}>
            <PageLink page={page} className={classes.railLink ?? ''} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function BottomBar() {
  const t = useText();
  const rest = PAGES.slice(ON_PHONE);
  return (
    <nav className={classes.bottom} aria-label={t('app:nav.label')}>
      {PAGES.slice(0, ON_PHONE).map((page) => (
        <PageLink key={page.name} page={page} className={classes.bottomLink ?? ''} />
      ))}
      {rest.length > 0 ? (
        <MenuOnDemand
          position="top-end"
          width={200}
          prepare={load}
          button={(wiring) => (
            <button type="button" className={classes.bottomLink} {...wiring}>
              <Icon name="more" />
              <span>{t('app:nav.more')}</span>
            </button>
          )}
        >
          <PageEntries pages={rest} />
        </MenuOnDemand>
      ) : null}
    </nav>
  );
}

function PageLink({ page, className }: { page: Page; className: string }) {
  const t = useText();
  const here = useMatchRoute()({ to: page.to, fuzzy: page.to !== '/' }) !== false;
  return (
    <Link
      to={page.to}
      search={keepSpace as never}
      className={className}
      aria-current={here ? 'page' : undefined}
    >
      <Icon name={page.name} />
      <span>{t(`app:nav.${page.name}`)}</span>
      {page.name === 'alerts' ? <OpenAlarms /> : null}
      {page.name === 'approvals' ? <ApprovalsCount className={classes.count ?? ''} /> : null}
    </Link>
  );
}

function OpenAlarms() {
  const t = useText();
  const { data } = useQuery(openAlarmsQuery);
  const count = data?.filter(isRinging).length ?? 0;
  if (count === 0) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden="true">{count}</span>
      <span className="sw-hidden">, {t('app:nav.openAlarms', { count })}</span>
    </span>
  );
}
