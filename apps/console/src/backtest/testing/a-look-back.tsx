import { act, fireEvent, screen } from '@testing-library/react';
import type { Backtest, BacktestRun, ProposalView } from '@sturmwarte/contracts';
import type { Sensitivity } from '@sturmwarte/domain';
import { useState } from 'react';
import { onAPage, type Answers } from '../../testing/a-page.js';
import { aTopic } from '../../topics/testing/a-topic.js';
import { LookBack } from '../backtest.page.js';
import type { BacktestSearch } from '../backtest-search.js';

export const HOUR = 60;
export const START = 29_900_160;
export const iso = (minute: number) => new Date(minute * 60_000).toISOString();

export function aRun(sensitivity: Sensitivity, alarms: number[], missed: number): BacktestRun {
  return {
    ...{ sensitivity, headStart: null, cooldownMinutes: 0, query: null, rules: [] },
    changes: [],
    alarms: alarms.map((at) => ({
      ...{ at: iso(START + at), until: iso(START + at + HOUR), peak: 3 as const },
      fate: at === HOUR ? ('storm' as const) : ('unjudged' as const),
    })),
    verdict: {
      ...{ weeks: 4, alarmsPerWeek: alarms.length / 4, storms: 2, caught: 2 - missed },
      ...{ leads: missed > 0 ? [-5, null] : [-5, 9], falseAlarms: 0, unjudged: 1 },
    },
  };
}
export const BACKTEST: Backtest = {
  from: iso(START),
  to: iso(START + 48 * HOUR),
  learnedFrom: iso(START - 60 * 24 * HOUR),
  heardFrom: iso(START - 60 * 24 * HOUR),
  bucket: HOUR,
  points: Array.from({ length: 48 }, (_, hour) => ({
    minute: START + hour * HOUR,
    negative: hour === 1 ? 90 : 2,
    total: 100,
  })),
  ...{ otherPoints: null, matched: null, peaks: [] },
  labels: [
    {
      ...{ id: 7, alertId: null, alertNumber: null, kind: 'storm', reason: null, note: 'Forum' },
      ...{ from: iso(START + HOUR), to: iso(START + 3 * HOUR), at: iso(START + 40 * HOUR) },
      by: { id: 2, name: 'Pia' },
    },
  ],
  runs: [aRun('standard', [HOUR], 1), aRun('sensitive', [HOUR, 30 * HOUR], 0)],
};
export const PROPOSAL: ProposalView = {
  ...{ kind: 'change', to: 'sensitive', why: 'finds', weeks: 8, labels: 4 },
  figures: {
    ...{ storms: 3, missedNow: 3, missedThen: 1, falseNow: 0, falseThen: 2 },
    ...{ falsePerWeekNow: 0, falsePerWeekThen: 0.4 },
  },
  own: [
    {
      sensitivity: 'sensitive',
      verdict: {
        ...{ weeks: 8, alarmsPerWeek: 0.5, storms: 3, caught: 2, falseAlarms: 2, unjudged: 0 },
      },
    },
  ],
};

function Page({ begin }: { begin: BacktestSearch }) {
  const [search, setSearch] = useState(begin);
  return (
    <LookBack
      topic={aTopic()}
      search={search}
      onSearch={(change) => setSearch({ ...search, ...change })}
    />
  );
}
export const onPage = (answers: Answers = {}, begin: BacktestSearch = {}) =>
  onAPage(<Page begin={begin} />, {
    answers: {
      'POST /topics/1/backtest': () => BACKTEST,
      'GET /topics/1/sensitivity-proposal': () => PROPOSAL,
      ...answers,
    },
  });
export const seen = () => screen.findByRole('heading', { name: 'Alarme' });
export const click = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
export const fill = (label: string | RegExp, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));
