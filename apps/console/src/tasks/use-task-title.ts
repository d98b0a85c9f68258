import type { Task } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { legalTitle } from '../report/use-report-words.js';

/** What a task is about, in one sentence. */
export function useTaskTitle(): (task: Task) => string {
  const t = useText();
  const { language } = useFormat();
  return (task) => {
    switch (task.kind) {
      case 'step':
        return task.step.title[language];
      case 'question':
        return t('tasks:question', {
          by: task.question.asked.by?.name ?? '–',
          text: task.question.text,
        });
      case 'hand-over':
        return t('tasks:handOver', {
          role: t(`names:role.${task.handOver.role}`),
          from: task.handOver.from.name,
        });
      case 'decision':
        return task.request.question;
      case 'approve':
        return t('tasks:approve', { title: task.statement.title });
      case 'review-emergency':
        return t('tasks:reviewEmergency', { title: task.title });
      case 'settle-publication':
        return t('tasks:settlePublication', { title: task.title });
      case 'legal': {
        const clock = `${task.clock} ${legalTitle(task.clock, null)[language]}`;
        if (task.confirm) return t('tasks:confirm', { clock });
        if (task.stage === null) return t('tasks:assess', { clock });
        return t('tasks:fulfil', { clock, stage: legalTitle(task.clock, task.stage)[language] });
      }
    }
  };
}
