import type { Evidence } from '@sturmwarte/domain';
import classes from './evidence-sentence.module.css';
import { useEvidenceSentence } from './use-evidence-sentence.js';

/** The alert in one sentence. Words of strangers stand in it as text. */
export function EvidenceSentence({ evidence }: { evidence: Evidence }) {
  const write = useEvidenceSentence();
  return (
    <p className={classes.sentence} data-testid="sentence">
      {write(evidence)}
    </p>
  );
}
