import type { Evidence } from '@sturmwarte/domain';
import { evidenceSentence } from '@sturmwarte/i18n';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';

/** Why an alert stands, in one sentence of the reader's language. */
export function useEvidenceSentence(): (evidence: Evidence) => string {
  const t = useText();
  const format = useFormat();
  return (evidence) =>
    evidenceSentence(evidence, { format, channelName: (channel) => t(`names:channel.${channel}`) });
}
