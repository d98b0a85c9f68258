import type { ProofMethod } from '@sturmwarte/domain';
import { useEffect, useRef, useState } from 'react';
import { askWith } from '../api/proof-asker.js';
import { loadAllTexts } from '../language/i18n.js';
import { onDemand } from '../ui/on-demand.js';

const ProofDialog = onDemand(async () => {
  const [dialog] = await Promise.all([import('./proof-dialog.js'), loadAllTexts()]);
  return dialog.default;
});

interface Question {
  readonly methods: readonly ProofMethod[];
  readonly answer: (proven: boolean) => void;
}

/**
 * Stands by while somebody is signed in: any command the server answers with `proof-needed` opens the dialog, and goes
 * on by itself after the proof.
 */
export function ProofDesk() {
  const [question, setQuestion] = useState<Question | null>(null);
  const open = useRef<Question | null>(null);
  useEffect(() => {
    const close = (proven: boolean): void => {
      open.current?.answer(proven);
      open.current = null;
      setQuestion(null);
    };
    const stop = askWith(
      (methods) =>
        new Promise((resolve) => {
          open.current = { methods, answer: resolve };
          setQuestion({ methods, answer: close });
        }),
    );
    // Every open dialog listens for Escape; this one was asked last, and the one below must stay with what was typed.
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || open.current === null) return;
      event.stopImmediatePropagation();
      close(false);
    };
    window.addEventListener('keydown', escape, { capture: true });
    return () => {
      stop();
      window.removeEventListener('keydown', escape, { capture: true });
      close(false);
    };
  }, []);
  if (question === null) return null;
  return (
    <ProofDialog
      methods={question.methods}
      onDone={() => question.answer(true)}
      onCancel={() => question.answer(false)}
    />
  );
}
