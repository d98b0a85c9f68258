import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { LEVELS, NOTICE_LEVEL, type Level } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { nextRuleId, readRule, type TypedRule } from './draft.js';
import classes from './rules-field.module.css';

const MOST_RULES = 10;
const RULE_LEVELS = LEVELS.filter((level) => level >= NOTICE_LEVEL);
const FIRST: Omit<TypedRule, 'id'> = { negatives: '30', minutes: '15', level: 3 };

/** Plain rules, each with a level of its own. */
export function RulesField({
  rules,
  readOnly,
  onChange,
}: {
  rules: readonly TypedRule[];
  readOnly: boolean;
  onChange: (rules: readonly TypedRule[]) => void;
}) {
  const t = useText();
  return (
    <section className={classes.rules} aria-labelledby="plain-rules">
      <h2 id="plain-rules">{t('topics:rules.title')}</h2>
      <p className={classes.dim}>{t('topics:rules.lead')}</p>
      {rules.length === 0 ? <p>{t('topics:rules.none')}</p> : null}
      <ul className={classes.list}>
        {rules.map((rule, index) => (
          <li key={rule.id}>
            {readOnly ? (
              <Sentence rule={rule} />
            ) : (
              <RuleRow
                rule={rule}
                number={index + 1}
                onChange={(changed) =>
                  onChange(rules.map((other) => (other.id === rule.id ? changed : other)))
                }
                onRemove={() => onChange(rules.filter((other) => other.id !== rule.id))}
              />
            )}
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <div className={classes.add}>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            disabled={rules.length >= MOST_RULES}
            onClick={() => onChange([...rules, { ...FIRST, id: nextRuleId(rules) }])}
          >
            {t('topics:rules.add')}
          </Button>
          {rules.length >= MOST_RULES ? t('topics:rules.full') : null}
        </div>
      )}
    </section>
  );
}

function RuleRow({
  rule,
  number,
  onChange,
  onRemove,
}: {
  rule: TypedRule;
  number: number;
  onChange: (rule: TypedRule) => void;
  onRemove: () => void;
}) {
  const t = useText();
  const isWrong = readRule(rule) === null;
  return (
    <div role="group" aria-label={t('topics:rules.rule', { number })}>
      <div className={classes.row}>
        <TextInput
          label={t('topics:rules.negatives')}
          inputMode="numeric"
          value={rule.negatives}
          error={isWrong}
          onChange={(event) => onChange({ ...rule, negatives: event.currentTarget.value })}
        />
        <TextInput
          label={t('topics:rules.minutes')}
          inputMode="numeric"
          value={rule.minutes}
          error={isWrong}
          onChange={(event) => onChange({ ...rule, minutes: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('topics:rules.level')}
          value={rule.level}
          onChange={(event) =>
            onChange({ ...rule, level: Number(event.currentTarget.value) as Level })
          }
          data={RULE_LEVELS.map((level) => ({
            value: String(level),
            label: `${level} ${t(`names:level.${level}`)}`,
          }))}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('topics:rules.remove', { number })}
          title={t('topics:rules.remove', { number })}
          onClick={onRemove}
        >
          <Icon name="cross" size={16} />
        </ActionIcon>
      </div>
      {isWrong ? <p className={classes.wrong}>{t('topics:rules.invalid')}</p> : null}
    </div>
  );
}

function Sentence({ rule }: { rule: TypedRule }) {
  const t = useText();
  const format = useFormat();
  return t('topics:rules.sentence', {
    count: Number(rule.minutes),
    negatives: format.integer(Number(rule.negatives)),
    level: `${rule.level} ${t(`names:level.${rule.level}`)}`,
  });
}
