import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ProposalView, TopicView } from '@sturmwarte/contracts';
import { LEAST_LABELS, LEAST_WEEKS, type Sensitivity } from '@sturmwarte/domain';
import { api } from '../api/call.js';
import { readAnew } from '../app/read-again.js';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useNotice } from '../ui/notice.js';
import classes from './backtest.module.css';

/** The better choice, if one is plainly better, with its reasons. A person accepts it; nothing changes by itself. */
export function ProposalLine({
  topic,
  proposal,
  link = false,
}: {
  topic: TopicView;
  proposal: ProposalView;
  /** Shows the way to the look back. */
  link?: boolean;
}) {
  const t = useText();
  const accept = useAccept(topic);
  const sentence = useSentence(topic, proposal);
  const isChange = proposal.kind === 'change';
  return (
    <section
      className={classes.proposal}
      data-change={isChange}
      aria-labelledby="sensitivity-proposal"
    >
      <h2 id="sensitivity-proposal">{t('backtest:proposal.title')}</h2>
      <p role="status">{sentence.what}</p>
      {sentence.basis === null ? null : <p className={classes.dim}>{sentence.basis}</p>}
      {isChange ? (
        <div className={classes.buttons}>
          <Button loading={accept.isPending} onClick={() => accept.mutate(proposal.to)}>
            {t('backtest:proposal.accept', { to: t(`backtest:choice.${proposal.to}`) })}
          </Button>
          {link ? (
            <Link
              to="/topics/$topicId/backtest"
              params={{ topicId: topic.id }}
              search={({ space }) => ({
                ...(space === undefined ? {} : { space }),
                weeks: 8,
                b: proposal.to,
              })}
            >
              {t('backtest:proposal.look')}
            </Link>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function useSentence(topic: TopicView, proposal: ProposalView) {
  const t = useText();
  const format = useFormat();
  const known = {
    weeks: format.decimal(proposal.weeks),
    labels: format.integer(proposal.labels),
  };
  if (proposal.kind === 'thin') {
    const least = { leastWeeks: LEAST_WEEKS, leastLabels: LEAST_LABELS };
    return { what: t('backtest:proposal.thin', { ...known, ...least }), basis: null };
  }
  if (proposal.kind === 'keep') {
    const now =
      topic.headStart === null
        ? t(`backtest:choice.${topic.sensitivity}`)
        : t('backtest:number', { headStart: format.decimal(topic.headStart, 2) });
    return { what: t('backtest:proposal.keep', { ...known, now }), basis: null };
  }
  const { figures, why, to } = proposal;
  const words = {
    to: t(`backtest:choice.${to}`),
    cost: format.decimal(figures.falsePerWeekThen),
    costNow: format.decimal(figures.falsePerWeekNow),
  };
  const basis = t('backtest:proposal.basis', known);
  if (why === 'spares') {
    const count = figures.falseNow - figures.falseThen;
    return { what: t('backtest:proposal.spares', { ...words, count }), basis };
  }
  const found = figures.missedNow - figures.missedThen;
  const what =
    figures.missedThen === 0
      ? t('backtest:proposal.findsAll', { ...words, count: found })
      : t('backtest:proposal.findsSome', {
          ...words,
          found: format.integer(found),
          missed: format.integer(figures.missedNow),
        });
  return { what, basis };
}

function useAccept(topic: TopicView) {
  const t = useText();
  const notice = useNotice();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sensitivity: Sensitivity) =>
      api.patch<TopicView>(`/topics/${topic.id}`, { sensitivity }),
    onSuccess: ({ name, sensitivity }) =>
      notice.done(
        t('backtest:proposal.accepted', { name, to: t(`backtest:choice.${sensitivity}`) }),
      ),
    onError: notice.refusal,
    onSettled: () => {
      readAnew(client, { queryKey: ['topics'] });
      readAnew(client, { queryKey: ['sensitivity-proposal', topic.id] });
    },
  });
}
