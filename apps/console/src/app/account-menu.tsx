import { ActionIcon } from '@mantine/core';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import { Icon } from '../ui/icons.js';
import { MenuOnDemand } from '../ui/menu-on-demand.js';
import { onDemand } from '../ui/on-demand.js';

const load = () => import('./account-entries.js');
const AccountEntries = onDemand(async () => (await load()).AccountEntries);

export function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const t = useText();
  const { person } = useSession();
  const label = t('app:account.label', { name: person.name });
  return (
    <MenuOnDemand
      position="bottom-end"
      width={240}
      prepare={load}
      button={(wiring) => (
        <ActionIcon variant="subtle" size={36} aria-label={label} {...wiring}>
          <Icon name="person" />
        </ActionIcon>
      )}
    >
      <AccountEntries onHelp={onHelp} />
    </MenuOnDemand>
  );
}
