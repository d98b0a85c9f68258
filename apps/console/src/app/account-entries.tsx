import { Menu, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TextLanguage } from '@sturmwarte/i18n';
import { TEXT_LANGUAGES } from '@sturmwarte/i18n';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';
import { spokenLanguage } from '../language/i18n.js';
import { signOut } from '../session/session.queries.js';
import { useMayAnywhere, useSession } from '../session/session.js';
import { useOwnLanguage } from '../session/use-own-language.js';
import { Icon } from '../ui/icons.js';
import { APPEARANCE_ICON } from './appearance-button.js';

export function AccountEntries({ onHelp }: { onHelp: () => void }) {
  const t = useText();
  const { person } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const client = useQueryClient();
  const navigate = useNavigate();
  const notice = useNotice();
  const speakOwn = useOwnLanguage();
  const managesExits = useMayAnywhere('exits.manage');
  const seesIncidents = useMayAnywhere('incident.see');
  const leave = async (): Promise<void> => {
    try {
      await signOut(client);
      await navigate({ to: '/sign-in', search: { why: 'signed-out' } });
    } catch (problem) {
      notice.refusal(problem);
    }
  };
  return (
    <>
      <Menu.Label>
        {person.name}
        <br />
        {person.email}
      </Menu.Label>
      <Menu.Item
        leftSection={<Icon name="person" />}
        onClick={() => void navigate({ to: '/account' })}
      >
        {t('app:account.mine')}
      </Menu.Item>
      {managesExits ? (
        <Menu.Item
          leftSection={<Icon name="sources" />}
          onClick={() => void navigate({ to: '/exits' })}
        >
          {t('app:nav.exits')}
        </Menu.Item>
      ) : null}
      {seesIncidents ? (
        <Menu.Item
          leftSection={<Icon name="mentions" />}
          onClick={() => void navigate({ to: '/sandbox' })}
        >
          {t('app:nav.sandbox')}
        </Menu.Item>
      ) : null}
      <Menu.Item leftSection={<Icon name="keyboard" />} onClick={onHelp}>
        {t('app:keys.open')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('app:language.label')}</Menu.Label>
      {TEXT_LANGUAGES.map((language: TextLanguage) => (
        <Menu.Item
          key={language}
          lang={language}
          onClick={() => speakOwn(language)}
          rightSection={spokenLanguage() === language ? <Icon name="check" size={16} /> : null}
        >
          {t(`app:language.${language}`)}
        </Menu.Item>
      ))}
      <Menu.Label>{t('app:theme.label')}</Menu.Label>
      {(['auto', 'light', 'dark'] as const).map((scheme) => (
        <Menu.Item
          key={scheme}
          leftSection={<Icon name={APPEARANCE_ICON[scheme]} />}
          onClick={() => setColorScheme(scheme)}
        >
          {t(`app:theme.${scheme}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<Icon name="leave" />} onClick={() => void leave()}>
        {t('app:account.signOut')}
      </Menu.Item>
    </>
  );
}
