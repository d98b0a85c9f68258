import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { PasskeyOptions, ProofRequest, ProofView } from '@sturmwarte/contracts';
import type { ProofMethod } from '@sturmwarte/domain';
import { api } from '../api/call.js';
import { useText } from '../language/text.js';
import { useSession } from '../session/session.js';
import '../ui/late.css';
import { ProofForm } from './proof-form.js';
import classes from './proof-form.module.css';

/** Asks who is there, in the middle of whatever was being done. */
export default function ProofDialog({
  methods,
  onDone,
  onCancel,
}: {
  methods: readonly ProofMethod[];
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useText();
  const { person } = useSession();
  const proving = useMutation({
    mutationFn: (proof: ProofRequest) => api.post<ProofView>('/proof', proof),
    onSuccess: onDone,
  });
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t('proof:title')}
      closeOnClickOutside={false}
      // Above the dialog whose command it is about.
      zIndex={250}
      closeButtonProps={{ 'aria-label': t('app:action.close') }}
    >
      <p className={classes.lead}>{t('proof:lead')}</p>
      <ProofForm
        methods={methods}
        email={person.email}
        ask={() => api.post<PasskeyOptions>('/proof/challenge')}
        busy={proving.isPending}
        problem={proving.error}
        onAnswer={(proof) => proving.mutate(proof)}
      >
        <Button variant="default" onClick={onCancel}>
          {t('app:action.cancel')}
        </Button>
      </ProofForm>
    </Modal>
  );
}
