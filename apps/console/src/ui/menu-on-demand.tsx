import { useState } from 'react';
import { Unreachable } from '../api/refusal.js';
import { serverAnswers } from '../api/server-answers.js';
import type { MenuOnDemandProps } from './menu-button.js';
import { useNotice } from './notice.js';
import type { OpenedMenu } from './opened-menu.js';

/** A menu whose machinery is fetched when somebody reaches for its button: the first screen does without it. */
export function MenuOnDemand({ prepare, ...menu }: MenuOnDemandProps) {
  const notice = useNotice();
  const [fetched, setFetched] = useState<{ readonly Menu: typeof OpenedMenu } | null>(null);
  if (fetched !== null) return <fetched.Menu {...menu} />;
  const fetchAll = async (): Promise<typeof OpenedMenu> => {
    await serverAnswers();
    const [{ OpenedMenu }] = await Promise.all([import('./opened-menu.js'), prepare()]);
    return OpenedMenu;
  };
  // What fails while one only passes by is tried again, and told, at the click.
  const reach = (): void => void fetchAll().catch(() => undefined);
  const open = (): void =>
    void fetchAll().then(
      (Menu) => setFetched({ Menu }),
      (problem: unknown) => notice.refusal(new Unreachable(problem)),
    );
  return menu.button({
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: open,
    onFocus: reach,
    onPointerEnter: reach,
  });
}
