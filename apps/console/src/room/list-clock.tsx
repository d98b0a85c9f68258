import { NativeSelect } from '@mantine/core';
import { legalClockRule } from '@sturmwarte/clock';
import { LEGAL_CLOCK_IDS, type LegalClockId } from '@sturmwarte/domain';
import { useState } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { AskButton } from './ask-button.js';
import panel from './panel.module.css';
import { useRoom } from './room-context.js';

/** Puts one more legal duty on the list of what has to be assessed. */
export function ListClock() {
  const t = useText();
  const { language } = useFormat();
  const { incident, send } = useRoom();
  const [chosen, setChosen] = useState<LegalClockId | null>(null);
  const rest = LEGAL_CLOCK_IDS.filter(
    (id) => !incident.legalClocks.some((clock) => clock.id === id),
  );
  const [first] = rest;
  if (first === undefined) return null;
  const clock = chosen !== null && rest.includes(chosen) ? chosen : first;
  return (
    <div className={panel.form}>
      <NativeSelect
        label={t('clocks:legal.list')}
        value={clock}
        onChange={(event) => setChosen(rest.find((id) => id === event.currentTarget.value) ?? null)}
        data={rest.map((id) => ({
          value: id,
          label: `${id}: ${legalClockRule(id).title[language]}`,
        }))}
      />
      <AskButton
        command={{ type: 'list-clock', clock }}
        onClick={() => void send({ type: 'list-clock', clock })}
        style={{ justifySelf: 'start' }}
      >
        {t('clocks:legal.listButton')}
      </AskButton>
    </div>
  );
}
