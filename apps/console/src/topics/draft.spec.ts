import { describe, expect, it } from '@jest/globals';
import { aTopic } from './testing/a-topic.js';
import { changesOf, draftOf, EMPTY_DRAFT, nextRuleId, readDraft } from './draft.js';

const rule = { id: 'r1', negatives: '30', minutes: '15', level: 3 } as const;

describe('a topic in the form', () => {
  it('as it was saved has nothing to save', () => {
    const topic = aTopic();
    const whole = readDraft(draftOf(topic));
    expect(whole && changesOf(whole, topic)).toBeNull();
  });
  it('sends only what somebody changed', () => {
    const topic = aTopic();
    const whole = readDraft({ ...draftOf(topic), query: ' akku* ' });
    expect(whole && changesOf(whole, topic)).toEqual({ query: 'akku*' });
  });
  it('keeps how easily it alarms, and sends it where somebody changed it', () => {
    const topic = aTopic({ sensitivity: 'quiet' });
    const draft = draftOf(topic);
    expect(draft.sensitivity).toBe('quiet');
    const whole = readDraft({ ...draft, sensitivity: 'sensitive' });
    expect(whole && changesOf(whole, topic)).toEqual({ sensitivity: 'sensitive' });
  });
  it('cannot be saved without a name, a query, or with half a rule', () => {
    const full = { ...EMPTY_DRAFT, name: 'Akku', query: 'akku*' };
    expect(readDraft(full)).not.toBeNull();
    expect(readDraft({ ...full, name: ' ' })).toBeNull();
    expect(readDraft({ ...full, query: '' })).toBeNull();
    for (const minutes of ['', 'viele', '0', '500', '1.5']) {
      expect(readDraft({ ...full, rules: [{ ...rule, minutes }] })).toBeNull();
    }
  });
  it('gives every rule a name of its own', () => {
    expect(nextRuleId([{ id: 'r1' }, { id: 'r3' }])).toBe('r2');
  });
});
