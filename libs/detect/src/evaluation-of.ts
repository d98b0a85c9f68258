import { minuteOf, type Level, type Outlook, type Signal } from '@sturmwarte/domain';
import type { Evaluation } from './evaluation.js';
import { qualityOf } from './quality.js';
import type { Reading } from './reading.js';
import { signalsFor } from './severity.js';
import type { TopicState } from './topic-state.js';

/** Writes down how a topic stands and why. */
export function evaluationOf(
  topic: TopicState,
  reading: Reading,
  previous: Level,
  at: number,
  provisional: boolean,
  outlook: Outlook | null,
): Evaluation {
  const rule = topic.rules.top();
  const byRule = rule.ruleId !== null && rule.level > topic.ladder.level;
  const level = byRule ? rule.level : topic.ladder.level;
  return {
    topicId: topic.config.id,
    at,
    level,
    previous,
    cause: byRule ? 'rule' : 'detector',
    ruleId: byRule ? rule.ruleId : null,
    score: reading.score,
    observed: reading.observed,
    expected: reading.expected,
    upper: reading.upper,
    ratio: reading.ratio,
    share: reading.share,
    usualShare: reading.usualShare,
    uniqueAuthors: reading.uniqueAuthors,
    channels: reading.channels,
    doublingMinutes: reading.doublingMinutes,
    quality: qualityOf(topic, reading, provisional ? minuteOf(at) : minuteOf(at) - 1),
    praise: reading.praise,
    signals: [...signalsFor(reading, level), ...ruleSignals(topic, reading)],
    provisional,
    incomplete: topic.incomplete,
    outlook,
  };
}

function ruleSignals(topic: TopicState, reading: Reading): Signal[] {
  return topic.rules.rules.map((rule, index) => {
    const value = reading.ruleNegatives[index] ?? 0;
    const state = value >= rule.negatives ? 'met' : 'unmet';
    return { name: 'rule', state, value, threshold: rule.negatives };
  });
}
