import { RIGHTS, ROLES, rolesWith } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import classes from './people.module.css';

/** The table of rights, read from the very function that decides. */
export function RightsTable() {
  const t = useText();
  return (
    <>
      <p className={classes.dim}>{t('people:rights.lead')}</p>
      {/* Wider than a phone: the keyboard must be able to scroll it. */}
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={t('people:tab.rights')}
      >
        <table className={`${classes.table ?? ''} ${classes.rights ?? ''}`}>
          <thead>
            <tr>
              <th scope="col">{t('people:rights.role')}</th>
              {RIGHTS.map((right) => (
                <th key={right} scope="col">
                  {t(`names:right.${right}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROLES.map((role) => (
              <tr key={role}>
                <th scope="row">{t(`names:role.${role}`)}</th>
                {RIGHTS.map((right) => {
                  const holds = rolesWith(right).includes(role);
                  return (
                    <td key={right}>
                      {holds ? <Icon name="check" size={16} /> : null}
                      <span className="sw-hidden">
                        {holds ? t('people:rights.yes') : t('people:rights.no')}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
