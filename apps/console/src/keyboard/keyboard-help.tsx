import { Kbd, Modal, Switch } from '@mantine/core';
import '../ui/late.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Kbd.css';
import '@mantine/core/styles/Switch.css';
import { useText } from '../language/text.js';
import { PAGES } from '../app/pages.js';
import { useKeyboard } from './keyboard.js';
import classes from './keyboard-help.module.css';

const GROUPS = {
  go: PAGES.map(({ key, name }) => [`g ${key}`, name] as const),
  list: [
    ['j', 'next'],
    ['k', 'previous'],
    ['↵', 'openEntry'],
    ['/', 'search'],
  ],
  alert: [
    ['q', 'acknowledge'],
    ['n', 'noEvent'],
    ['l', 'incident'],
  ],
  room: [
    ['n', 'note'],
    ['f', 'fact'],
    ['a', 'assumption'],
    ['r', 'rumour'],
    ['e', 'decision'],
  ],
  approval: [
    ['f', 'approve'],
    ['ä', 'returnIt'],
    ['x', 'reject'],
  ],
  all: [
    ['ctrl+k', 'palette'],
    ['.', 'live'],
    ['?', 'help'],
  ],
} as const;

export function KeyboardHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText();
  const { single, setSingle } = useKeyboard();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('app:keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <div className={classes.groups}>
        {Object.entries(GROUPS).map(([group, keys]) => (
          <section key={group}>
            <h3>{t(`app:keys.group.${group as keyof typeof GROUPS}`)}</h3>
            <dl className={classes.keys}>
              {keys.map(([binding, name]) => (
                <div key={binding}>
                  <dt>
                    {binding.split(' ').map((key, index) => (
                      <span key={key}>
                        {index > 0 ? ` ${t('app:keys.then')} ` : ''}
                        <Kbd size="sm">{key.toUpperCase()}</Kbd>
                      </span>
                    ))}
                  </dt>
                  <dd>{t(`app:keys.${name}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        size="md"
        checked={single}
        onChange={(event) => setSingle(event.currentTarget.checked)}
        label={t('app:keys.single')}
        description={t('app:keys.singleHint')}
      />
    </Modal>
  );
}
