// The tables of docs/clocks.md and docs/de/fristen.md, from the data the server calculates with.
// `clock-docs.spec.ts` expects the documents to hold exactly these rows.
const WORDS = {
  en: {
    head: ['Id', 'What', 'Rule', 'Basis', 'Source', 'Mark', 'May set it'],
    checked: 'traced to source',
    unchecked: '**not yet checked**',
    hours: 'h',
    days: 'days',
    weeks: 'weeks',
    months: (count) => (count === 1 ? 'month' : 'months'),
    after: 'from',
    fullHour: 'from the next full hour after',
    until: 'until known: from',
    range: ({ min, max }) => `, ${min} to ${max} by court`,
    extension: (basis) => `; a weekend or holiday moves it to the next working day (${basis})`,
    lapses: (anchor) => ` (falls away if over before ${anchor})`,
    immediate: (amber, red) =>
      `without undue delay; amber after ${amber} min, red after ${red} min`,
    lock: '; **locks publication**',
    earliest: 'the earlier of: ',
    or: ' / ',
    anchors: {
      knowledge: 'knowledge',
      classification: 'classification',
      'first-report': 'the first report',
      'second-report': 'the second report',
      remedy: 'a remedy being available',
      acknowledgement: 'acknowledgement',
    },
  },
  de: {
    head: ['Kürzel', 'Was', 'Regel', 'Grundlage', 'Quelle', 'Vermerk', 'Wer sie setzt'],
    checked: 'zur Quelle verfolgt',
    unchecked: '**noch nicht geprüft**',
    hours: 'Std.',
    days: 'Tage',
    weeks: 'Wochen',
    months: (count) => (count === 1 ? 'Monat' : 'Monate'),
    after: 'ab',
    fullHour: 'ab der nächsten vollen Stunde nach',
    until: 'solange unbekannt: ab',
    range: ({ min, max }) => `, je nach Gericht ${min} bis ${max}`,
    extension: (basis) =>
      `; fällt das Ende auf Wochenende oder Feiertag: nächster Werktag (${basis})`,
    lapses: (anchor) => ` (entfällt, wenn vor ${anchor} abgelaufen)`,
    immediate: (amber, red) => `unverzüglich; gelb nach ${amber} Min., rot nach ${red} Min.`,
    lock: '; **sperrt die Veröffentlichung**',
    earliest: 'das Frühere von: ',
    or: ' / ',
    anchors: {
      knowledge: 'Kenntnis',
      classification: 'Einstufung',
      'first-report': 'erster Meldung',
      'second-report': 'zweiter Meldung',
      remedy: 'Verfügbarkeit einer Abhilfe',
      acknowledgement: 'Eingangsbestätigung',
    },
  },
};
const ROLES = {
  en: {
    legal: 'legal',
    privacy: 'data protection officer',
    security: 'information security officer',
    quality: 'quality',
    investor: 'investor relations',
  },
  de: { legal: 'Recht', privacy: 'DSB', security: 'ISB', quality: 'QM', investor: 'IR' },
};

/** Markdown rows, head first. */
export function clockTable(rules, language) {
  const words = WORDS[language];
  const rows = rules.map((rule) => [
    `\`${rule.id}\``,
    rule.title[language],
    ruleText(rule, language),
    rule.basis,
    rule.source,
    rule.verified ? words.checked : words.unchecked,
    rule.setters.map((role) => ROLES[language][role]).join(', '),
  ]);
  return [words.head, words.head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
}

function ruleText(rule, language) {
  const words = WORDS[language];
  const lock = rule.effects.includes('publication-lock') ? words.lock : '';
  if (rule.kind === 'immediate') {
    return words.immediate(rule.amberMinutes, rule.redMinutes) + lock;
  }
  return rule.stages
    .map(({ title, limits }) => {
      const all = limits.map((limit) => limitText(limit, words)).join(words.or);
      return `${title[language]}: ${limits.length > 1 ? words.earliest : ''}${all}`;
    })
    .join('<br>');
}

function limitText({ rule, from, lapsesBefore }, words) {
  const unit = rule.unit === 'months' ? words.months(rule.count) : words[rule.unit];
  const start = rule.start === 'next-full-hour' ? words.fullHour : words.after;
  const [first, ...before] = from.map((anchor) => words.anchors[anchor]);
  let text = `${rule.count} ${unit} ${start} ${first}`;
  if (before.length > 0) text += ` (${words.until} ${before.join(', ')})`;
  if (rule.range) text += words.range(rule.range);
  if (rule.extension && rule.extension !== 'none') text += words.extension(rule.extension);
  if (lapsesBefore !== null) text += words.lapses(words.anchors[lapsesBefore]);
  return text;
}
