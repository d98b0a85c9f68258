import { useQuery } from '@tanstack/react-query';
import { playbooksQuery, suggestionsQuery } from '../playbooks/playbooks.queries.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { RightButton } from '../ui/right-button.js';
import { useReasonText } from '../playbooks/use-reason-text.js';
import panel from './panel.module.css';
import { useRoom } from './room-context.js';

const MOST = 3;

/** The playbooks that fit this incident, with their reasons, each one click away. */
export function Suggestions({ onMore }: { onMore: () => void }) {
  const t = useText();
  const { language } = useFormat();
  const { id, incident, send, busy } = useRoom();
  const reasonText = useReasonText();
  const { data: suggestions = [] } = useQuery(suggestionsQuery({ incident: id }));
  const { data: all = [] } = useQuery(playbooksQuery);
  const shown = suggestions.slice(0, MOST);
  return (
    <>
      <ul className={panel.list}>
        {shown.map(({ ref, reasons }) => (
          <li key={ref.hash}>
            <div className={panel.row}>
              <strong>
                {ref.id} {ref.title[language]}
              </strong>
              <RightButton
                right="playbook.start"
                brandId={incident.brandId}
                size="compact-sm"
                loading={busy}
                onClick={() => void send({ type: 'start-playbook', playbookId: ref.id })}
              >
                {t('steps:runs.startThis')}
                <span className="sw-hidden">: {ref.title[language]}</span>
              </RightButton>
            </div>
            <p className={panel.small}>{reasons.map(reasonText).join(' · ')}</p>
          </li>
        ))}
      </ul>
      {all.length > 0 ? (
        <RightButton
          right="playbook.start"
          brandId={incident.brandId}
          size="compact-sm"
          variant="default"
          onClick={onMore}
        >
          {t(shown.length === 0 ? 'steps:runs.start' : 'steps:runs.other')}
        </RightButton>
      ) : null}
    </>
  );
}
