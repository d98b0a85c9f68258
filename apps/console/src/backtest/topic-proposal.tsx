import { useQuery } from '@tanstack/react-query';
import type { TopicView } from '@sturmwarte/contracts';
import { useMay } from '../session/session.js';
import { proposalQuery } from './backtest.queries.js';
import { ProposalLine } from './proposal-line.js';

/** On the topic's own page, for those who could act on it. */
export function TopicProposal({ topic }: { topic: TopicView }) {
  const mayEdit = useMay()('topics.edit', topic.brandId);
  const proposal = useQuery({ ...proposalQuery(topic.id), enabled: mayEdit });
  return proposal.data && mayEdit ? (
    <ProposalLine topic={topic} proposal={proposal.data} link />
  ) : null;
}
