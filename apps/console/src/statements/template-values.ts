import {
  inputKeys,
  type Incident,
  type Playbook,
  type StepInput,
  type Text,
} from '@sturmwarte/domain';
import type { Format, TextLanguage } from '@sturmwarte/i18n';

export interface TemplateFacts {
  readonly incident: Pick<Incident, 'runs' | 'alerts' | 'promises'>;
  readonly brand: string;
  /** Full name of whoever writes. */
  readonly writer: string;
  readonly nowMs: number;
  readonly format: Format;
}

/**
 * What the gaps of a template are filled with in one language: what people entered for steps, the newest run last, and
 * what the house knows by itself. Who writes signs with their initials, as the text wants it.
 */
export function templateValues(
  { incident, brand, writer, nowMs, format }: TemplateFacts,
  language: TextLanguage,
): Readonly<Record<string, string>> {
  const entered: Record<string, string> = {};
  for (const run of incident.runs) {
    for (const { inputs } of Object.values(run.steps)) {
      for (const [key, value] of Object.entries(inputs)) {
        const [name = key, spoken] = key.split(':');
        if (spoken === undefined || spoken === language) entered[name] = value;
      }
    }
  }
  const topic = incident.alerts.find(({ standing }) => standing === 'joined')?.alert.topicName;
  return {
    ...entered,
    brand,
    ...(topic === undefined ? {} : { topic }),
    initials: initialsOf(writer),
    today: new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
      timeZone: format.zone,
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    }).format(nowMs),
    now: format.time(nowMs),
  };
}

/** What a gap is called by the step that asks for it; null: no step does. */
export function gapLabel(playbooks: Iterable<Playbook>, name: string): Text | null {
  const input = inputOf(playbooks, name);
  return input?.label ?? null;
}

function inputOf(playbooks: Iterable<Playbook>, name: string): StepInput | null {
  for (const { phases } of playbooks) {
    for (const { steps } of phases) {
      for (const { inputs } of steps) {
        const found = inputs.find((input) => input.key === name || inputKeys(input).includes(name));
        if (found !== undefined) return found;
      }
    }
  }
  return null;
}

/** "Dr. Jana Öztürk-Lang" signs "JÖ": the first and the last name, two letters. */
export function initialsOf(name: string): string {
  const words = name
    .split(/[\s-]+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(dr|prof|mag|dipl)\.?$/i.test(word));
  const [first = '', ...rest] = words;
  return `${first.charAt(0)}${(rest[0] ?? first.slice(1)).charAt(0)}`.toUpperCase();
}
