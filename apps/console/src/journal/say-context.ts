import type { Incident } from '@sturmwarte/domain';
import type { Format } from '@sturmwarte/i18n';
import type { Playbooks } from '../incidents/use-playbooks.js';
import type { Text } from '../language/text.js';

/** What happened, in our words, and what somebody said to it, in theirs. */
export interface Said {
  readonly line: string;
  readonly words: string | null;
}

export interface SayContext {
  readonly t: Text;
  readonly format: Format;
  readonly incident: Pick<
    Incident,
    | 'runs'
    | 'attachments'
    | 'promises'
    | 'requests'
    | 'questions'
    | 'claims'
    | 'handOvers'
    | 'statements'
    | 'publications'
    | 'emergencies'
  >;
  readonly playbooks: Playbooks;
  readonly clockName: (key: string) => string;
  readonly stepName: (run: number, step: string) => string;
}
