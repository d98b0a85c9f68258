import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  PasskeyOptions,
  ProofRequest,
  SecondStepView,
  SessionView,
} from '@sturmwarte/contracts';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { ProofForm } from '../proof/proof-form.js';
import { enter } from '../session/session.queries.js';
import { Door } from './door.js';
import classes from './form.module.css';

/** The second question at the door. */
export function SecondStep({
  step: { secondStep },
  onIn,
  onBack,
}: {
  step: SecondStepView;
  onIn: (session: SessionView) => void | Promise<void>;
  onBack: () => void;
}) {
  const t = useText();
  const client = useQueryClient();
  const { token, methods } = secondStep;
  const entering = useMutation({
    mutationFn: async (proof: ProofRequest) =>
      enter(client, await api.post<SessionView>('/session/second-step', { token, proof })),
    onSuccess: onIn,
  });
  return (
    <Door title={t('proof:step.title')} lead={t('proof:step.lead')}>
      <ProofForm
        methods={methods}
        email={null}
        ask={() => api.post<PasskeyOptions>('/session/second-step/challenge', { token })}
        busy={entering.isPending}
        problem={entering.error}
        onAnswer={(proof) => entering.mutate(proof)}
      >
        <Button variant="default" onClick={onBack}>
          {t('proof:step.back')}
        </Button>
      </ProofForm>
      <p className={classes.small}>{t('proof:step.lost')}</p>
    </Door>
  );
}
