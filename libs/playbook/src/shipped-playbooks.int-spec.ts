import { describe, expect, it } from '@jest/globals';
import { approvalRuleFor, planSteps, type Playbook, type PlaybookFacts } from '@sturmwarte/domain';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchema } from './json-schema.js';
import { readPlaybooks } from './read-playbooks.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../playbooks');
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
// The day they were written: that a review is due one day is no reason for tests to fail then.
const library = readPlaybooks(
  names.map((name) => ({ name, text: read(name) })),
  '2026-11-29',
);
const each = library.playbooks.map((playbook) => [playbook.id, playbook] as const);
const steps = (playbook: Playbook) => playbook.phases.flatMap((phase) => phase.steps);

describe('the playbooks people find in the house', () => {
  it.each(names)('%s has no mistake and nothing to note', (name) => {
    expect(library.mistakes.filter(({ file }) => file === name)).toEqual([]);
  });

  it('are the eight that were promised', () => {
    expect(each.map(([id]) => id).sort()).toEqual([
      ...['PB-01', 'PB-02', 'PB-03', 'PB-04', 'PB-05', 'PB-07', 'PB-09', 'PB-13'],
    ]);
  });

  it.each(names)('%s names the schema that helps its editor', (name) => {
    const schema = name === 'core.yaml' ? './part.schema.json' : './schema.json';
    expect(read(name).split('\n')[0]).toBe(`# yaml-language-server: $schema=${schema}`);
  });

  it.each(['playbook', 'part'] as const)(
    'come with the JSON Schema the reader has (%s)',
    (kind) => {
      const published = kind === 'playbook' ? 'schema.json' : 'part.schema.json';
      expect(JSON.parse(read(published))).toEqual(jsonSchema(kind));
    },
  );
});

describe('the example in the reference', () => {
  it('is a playbook that can be used as it stands', () => {
    const reference = readFileSync(join(folder, '../docs/playbook-format.md'), 'utf8');
    const text = /## A small playbook\s+```yaml\n([^`]+)```/.exec(reference)?.[1] ?? '';
    const files = [
      { name: 'core.yaml', text: read('core.yaml') },
      { name: 'example.yaml', text },
    ];
    const { playbooks, mistakes } = readPlaybooks(files, '2026-11-29');
    expect(mistakes).toEqual([]);
    expect(playbooks.map(({ id }) => id)).toEqual(['PB-20']);
  });
});

describe.each(each)('%s', (_, playbook) => {
  it('holds the shared core K1 to K12', () => {
    const ids = steps(playbook).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(core(1, 12)));
  });

  it('has a first word for every channel, and words for service and staff', () => {
    const drafts = new Map(
      steps(playbook).flatMap((step) =>
        step.kind === 'draft' ? [[step.id, step.templates] as const] : [],
      ),
    );
    const channels = (id: string) =>
      playbook.templates
        .filter((template) => drafts.get(id)?.includes(template.id))
        .flatMap((template) => template.channels);
    expect(new Set(channels('K7'))).toEqual(
      new Set([
        ...['x', 'bluesky', 'mastodon', 'instagram', 'facebook', 'linkedin', 'website', 'press'],
      ]),
    );
    expect(new Set(channels('K8'))).toEqual(new Set(['hotline', 'staff']));
  });

  it('signs what it says in networks', () => {
    const signed = playbook.templates.filter(({ channels }) =>
      channels.some((channel) => ['x', 'bluesky', 'mastodon', 'instagram'].includes(channel)),
    );
    for (const { id, body } of signed) {
      expect(
        [id, body.de, body.en].every((text) => text === id || text.includes('^{initials}')),
      ).toBe(true);
    }
  });

  it('has somebody to approve at every level and impact it is for', () => {
    for (const level of [0, 3, 4, 5, 6] as const) {
      const rule = approvalRuleFor(playbook.approval, level, playbook.impact.to);
      expect(rule).not.toBeNull();
      // What goes out from a strong wind on is seen by two at least.
      if (level >= 4) expect(rule?.stages.flatMap(({ roles }) => roles).length).toBeGreaterThan(1);
    }
  });

  it('can be walked through to its end, whatever is decided, without anybody getting stuck', () => {
    for (const choice of [0, 1, 2]) {
      const left = walk(playbook, choice);
      expect(left.filter(({ state }) => state === 'blocked' || state === 'open')).toEqual([]);
    }
  });

  it('opens every one of its steps on some way through it', () => {
    const reached = new Set(
      [0, 1, 2].flatMap((choice) =>
        walk(playbook, choice)
          .filter(({ state }) => state === 'done')
          .map(({ step }) => step.id),
      ),
    );
    expect(steps(playbook).filter(({ id }) => !reached.has(id))).toEqual([]);
  });
});

/** Does everything that is open, answering each decision with its n-th option, until nothing is open. */
function walk(playbook: Playbook, choice: number) {
  const done = new Set<string>();
  const answers: Record<string, string> = {};
  const facts: PlaybookFacts = {
    peakLevel: 6,
    impact: 'C',
    phase: null,
    channels: ['x', 'instagram', 'facebook', 'news'],
    answers,
    done,
    skipped: new Set(),
  };
  for (;;) {
    const plan = planSteps(playbook, facts);
    const next = plan.find(({ state }) => state === 'open');
    if (next === undefined) return plan;
    if (next.step.kind === 'decision') {
      const { options } = next.step;
      answers[next.step.id] = (options[choice] ?? options[0])?.id ?? '';
    }
    done.add(next.step.id);
  }
}

function core(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `K${from + index}`);
}
