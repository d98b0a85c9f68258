import { describe, expect, it } from '@jest/globals';
import { MISTAKES, type MistakeCode } from './mistake.js';
import { readPlaybooks } from './read-playbooks.js';
import { BROKEN } from './testing/broken-playbooks.js';
import { SOUND_PART, SOUND_PLAYBOOK } from './testing/sound-playbook.js';

const TODAY = '2026-11-29';
const sound = () => readPlaybooks([SOUND_PART, SOUND_PLAYBOOK], TODAY);

describe('a playbook without mistakes', () => {
  it('is read with its shared part in it, in the order things are due', () => {
    const { playbooks, mistakes } = sound();
    expect(mistakes).toEqual([]);
    const [playbook] = playbooks;
    expect(playbook).toMatchObject({ id: 'PB-99', version: 3, wind: { from: 2, to: 4 } });
    expect(playbook?.phases.map(({ id, steps }) => [id, steps.map((step) => step.id)])).toEqual([
      ['alarm', ['K1', 'K7', 'S1', 'K7-approve']],
      ['steer', ['S2', 'S4', 'S3']],
    ]);
  });

  it('knows which file a step comes from, and what an approval approves', () => {
    const steps = sound().playbooks[0]?.phases.flatMap((phase) => phase.steps);
    expect(steps?.find(({ id }) => id === 'K1')?.origin).toBe('core');
    expect(steps?.find(({ id }) => id === 'S1')?.origin).toBe('PB-99');
    expect(steps?.find(({ id }) => id === 'K7-approve')?.requires).toEqual([
      { kind: 'steps', anyOf: ['K7'] },
    ]);
  });

  it('uses its own text where the shared part has one of the same name', () => {
    const own = SOUND_PLAYBOOK.text.replace('id: long', 'id: short').replace('[long]', '[short]');
    const { playbooks, mistakes } = readPlaybooks(
      [SOUND_PART, { ...SOUND_PLAYBOOK, text: own }],
      TODAY,
    );
    expect(mistakes).toEqual([]);
    expect(playbooks[0]?.templates).toHaveLength(1);
    expect(playbooks[0]?.templates[0]).toMatchObject({
      channels: ['website'],
      variables: ['fact', 'outcome'],
    });
  });

  it('is replaced as a whole in its approval chain when it brings its own', () => {
    const own = `${SOUND_PLAYBOOK.text}approval: [{ from: { level: 0, impact: C }, stages: [], publicWithin: 1 h }]\n`;
    const { playbooks } = readPlaybooks([SOUND_PART, { ...SOUND_PLAYBOOK, text: own }], TODAY);
    expect(playbooks[0]?.approval).toEqual([
      { levelFrom: 0, impactFrom: 'C', stages: [], publicWithinMinutes: 60 },
    ]);
  });
});

describe('an editor who makes a mistake', () => {
  it.each(Object.entries(BROKEN))('is told about "%s" where it stands', (code, broken) => {
    const target = broken.file === 'part' ? SOUND_PART : SOUND_PLAYBOOK;
    expect(target.text).toContain(broken.from);
    const marked = target.text.replace(broken.from, () => broken.to);
    const changed = { ...target, text: marked.replace('▲', '') };
    const files = [SOUND_PART, SOUND_PLAYBOOK].map((file) => (file === target ? changed : file));
    const { playbooks, mistakes } = readPlaybooks(files, TODAY);
    const told = mistakes.find((mistake) => mistake.code === code);
    expect(told?.sentence).toEqual({ de: broken.de, en: broken.en });
    if (marked.includes('▲')) expect(placeOf(told)).toBe(placeOfMark(marked));
    const severity = MISTAKES[code as MistakeCode];
    expect(told?.severity).toBe(severity);
    expect(playbooks).toHaveLength(severity === 'error' ? 0 : 1);
    // Nothing else is wrong but what follows from it: a part with mistakes cannot be included.
    const others = mistakes.filter((one) => one.code !== code).map((one) => one.code);
    expect(
      others.filter((other) => other !== 'unknown-include' && !FOLLOWS[code]?.includes(other)),
    ).toEqual([]);
  });

  it('hears of all mistakes at once, in the order of the file', () => {
    const text = [
      'missing-language',
      'unknown-role',
      'wind-upside-down',
      'due-after-promise',
    ].reduce((changed, code) => {
      const { from, to } = BROKEN[code as MistakeCode];
      return changed.replace(from, () => to.replace('▲', ''));
    }, SOUND_PLAYBOOK.text);
    const { mistakes } = readPlaybooks([SOUND_PART, { ...SOUND_PLAYBOOK, text }], TODAY);
    expect(mistakes.map(({ code }) => code)).toEqual([
      'wind-upside-down',
      'unknown-role',
      'due-after-promise',
      'missing-language',
    ]);
  });

  it('hears of a mistake in a shared part once, however many playbooks include it', () => {
    const part = {
      ...SOUND_PART,
      text: SOUND_PART.text.replace('templates: [short]', 'templates: [kurz]'),
    };
    const second = { name: 'second.yaml', text: SOUND_PLAYBOOK.text.replace('PB-99', 'PB-98') };
    const { mistakes } = readPlaybooks([part, SOUND_PLAYBOOK, second], TODAY);
    expect(mistakes.filter(({ code }) => code === 'unknown-template')).toHaveLength(1);
    expect(mistakes.filter(({ code }) => code === 'unknown-include')).toHaveLength(2);
  });

  it('is told when two files claim the same id', () => {
    const { mistakes, playbooks } = readPlaybooks(
      [SOUND_PART, SOUND_PLAYBOOK, { ...SOUND_PLAYBOOK, name: 'z-copy.yaml' }],
      TODAY,
    );
    expect(mistakes).toMatchObject([
      { code: 'duplicate-id', file: 'z-copy.yaml', line: 1, column: 5 },
    ]);
    expect(playbooks.map(({ id }) => id)).toEqual(['PB-99']);
  });

  it('may use a banned word once the decision that allows it was taken', () => {
    const lifted = SOUND_PLAYBOOK.text
      .replace("de: '{fact}, also {outcome}.'", "de: '{fact}, ein Einzelfall, also {outcome}.'")
      .concat(
        'wording: [{ id: single, de: [Einzelfall], en: [], why: { de: a, en: a }, until: { decision: S1, is: [stop] } }]\n',
      );
    const read = (text: string) =>
      readPlaybooks([SOUND_PART, { ...SOUND_PLAYBOOK, text }], TODAY).mistakes.map(
        ({ code }) => code,
      );
    expect(read(lifted)).toEqual(['banned-wording']);
    expect(read(lifted.replace('opens: [S2]', 'opens: [S2, S4]'))).toEqual([]);
  });

  it('is told of a branch that ends at another branch of the same decision', () => {
    const text = SOUND_PLAYBOOK.text
      .replace(
        'consequence: { de: Nichts, en: Nothing }',
        'consequence: { de: Nichts, en: Nothing }\n            opens: [S4]',
      )
      .replace('due: 2 h', 'due: 2 h\n        requires: [S2]');
    const { mistakes } = readPlaybooks([SOUND_PART, { ...SOUND_PLAYBOOK, text }], TODAY);
    expect(mistakes).toMatchObject([{ code: 'dead-branch', params: { value: 'S4' } }]);
  });

  it('is told of steps that ask for more wind or impact than the playbook is for', () => {
    const text = SOUND_PLAYBOOK.text.replace('when: { level: 3,', 'when: { level: 5, impact: C,');
    const { mistakes } = readPlaybooks([SOUND_PART, { ...SOUND_PLAYBOOK, text }], TODAY);
    expect(mistakes.map(({ sentence }) => sentence.de)).toEqual([
      'Der Schritt „S3“ kann nie an die Reihe kommen: das Playbook endet bei Windstärke 4.',
    ]);
  });

  it('does not see a circle where one of several ways leads out of it', () => {
    const text = SOUND_PLAYBOOK.text.replace('due: 2 h', 'due: 2 h\n        requires: [[S4, K1]]');
    expect(readPlaybooks([SOUND_PART, { ...SOUND_PLAYBOOK, text }], TODAY).mistakes).toEqual([]);
  });
});

describe('a file that means harm', () => {
  it.each([
    ['nothing', ''],
    ['a single word', 'hallo'],
    ['a list', '- a\n- b\n'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['aliases that unfold without end', bomb()],
    ['keys of every object', '__proto__: { a: 1 }\nconstructor: 1\n'],
    ['a key that is a list', '? [a, b]\n: 1\n'],
    ['control characters', 'id: "\\u0000"\n'],
  ])('with %s is refused with a place, not with a crash', (_, text) => {
    const { playbooks, mistakes } = readPlaybooks([{ name: 'evil.yaml', text }], TODAY);
    expect(playbooks).toEqual([]);
    expect(mistakes.length).toBeGreaterThan(0);
    for (const { line, column } of mistakes) {
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
    }
  });
});

/** Whoever waits in a circle is also due before what it waits for. */
const FOLLOWS: Readonly<Partial<Record<string, readonly MistakeCode[]>>> = {
  'gate-cycle': ['due-before-gate'],
};

function placeOf(at: { readonly line: number; readonly column: number } | undefined): string {
  return `${at?.line}:${at?.column}`;
}

function placeOfMark(marked: string): string {
  const before = marked.slice(0, marked.indexOf('▲')).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

function bomb(): string {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (let letter = 1; letter < 9; letter++) {
    const [name, before] = [letter, letter - 1].map((at) => String.fromCharCode(97 + at));
    lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
  }
  return lines.join('\n');
}
