import { legalClockRule } from '@sturmwarte/clock';
import { CRISIS_ROLES, LEGAL_CLOCK_IDS, type Incident } from '@sturmwarte/domain';
import { useCallback } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import type { Playbooks } from './use-playbooks.js';

/** What a clock is about, by its key, in the reader's language. */
export function useClockName(
  incident: Pick<Incident, 'runs' | 'promises' | 'requests' | 'statements' | 'emergencies'>,
  playbooks: Playbooks,
): (key: string) => string {
  const t = useText();
  const { language } = useFormat();
  return useCallback(
    (key) => {
      const [kind = '', id = '', part = ''] = key.split(':');
      if (kind === 'legal') {
        const clock = LEGAL_CLOCK_IDS.find((one) => one === id);
        if (clock === undefined) return id;
        const rule = legalClockRule(clock);
        const stage = rule.stages.find((one) => one.id === part);
        return stage === undefined
          ? `${id}: ${rule.title[language]}`
          : `${id}: ${stage.title[language]}`;
      }
      if (kind === 'step') {
        const run = incident.runs.find((one) => one.id === Number(id));
        const playbook = playbooks.get(run?.playbook.hash ?? '');
        const step = playbook?.phases.flatMap(({ steps }) => steps).find((one) => one.id === part);
        return step?.title[language] ?? part;
      }
      if (kind === 'promise') {
        const promise = incident.promises.find((one) => one.id === Number(id));
        return t('clocks:clock.promise', { text: promise?.text ?? '' });
      }
      if (kind === 'status') return t('clocks:clock.status');
      if (kind === 'request') {
        const request = incident.requests.find((one) => one.id === Number(id));
        return t('clocks:clock.request', { name: request?.to.name ?? '' });
      }
      if (kind === 'approval' || kind === 'emergency') {
        const release = incident.emergencies.find(({ seq }) => seq === Number(id));
        const of = kind === 'approval' ? Number(id) : release?.statement;
        const title = incident.statements.find((one) => one.id === of)?.title ?? '';
        const role = CRISIS_ROLES.find((one) => one === key.split(':')[3]);
        return kind === 'emergency' || role === undefined
          ? t('clocks:clock.emergency', { title })
          : t('clocks:clock.approval', { title, role: t(`names:role.${role}`) });
      }
      return t(
        key.endsWith('mention') ? 'clocks:clock.firstMention' : 'clocks:clock.firstResponse',
      );
    },
    [incident, playbooks, language, t],
  );
}
