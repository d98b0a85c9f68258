// npm run playbooks:check [-- --lang=de] [files or folders...]: reads playbooks as the server does and
// tells every mistake as `file:line:column sentence`. Ends with 1 if there is an error; warnings
// alone do not fail. Without names it reads playbooks/.
import { readPlaybooks } from '@sturmwarte/playbook';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const WORDS = {
  de: {
    warning: 'Hinweis: ',
    none: 'Hier liegt kein Playbook.',
    missing: (name) => `„${name}“ gibt es nicht.`,
    sum: (playbooks, errors, warnings) =>
      `${playbooks} Playbooks in Ordnung, ${errors} Fehler, ${warnings} Hinweise`,
  },
  en: {
    warning: 'note: ',
    none: 'There is no playbook here.',
    missing: (name) => `There is no "${name}".`,
    sum: (playbooks, errors, warnings) =>
      `${playbooks} playbooks are fine, ${errors} errors, ${warnings} notes`,
  },
};

function main(args) {
  const chosen = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  const wanted = chosen ?? process.env.LC_ALL ?? process.env.LANG ?? 'en';
  const language = wanted.toLowerCase().startsWith('de') ? 'de' : 'en';
  const words = WORDS[language];
  const names = args.filter((arg) => !arg.startsWith('--'));
  const missing = names.filter((name) => statSync(name, { throwIfNoEntry: false }) === undefined);
  if (missing.length > 0) return fail(missing.map((name) => words.missing(name)));
  const paths = (names.length > 0 ? names : ['playbooks']).flatMap(yamlFilesIn);
  if (paths.length === 0) return fail([words.none]);
  const files = paths.map((path) => ({
    name: relative(process.cwd(), path),
    text: readFileSync(path, 'utf8'),
  }));
  const today = new Date().toISOString().slice(0, 10);
  const { playbooks, mistakes } = readPlaybooks(files, today);
  for (const { file, line, column, severity, sentence } of mistakes) {
    const mark = severity === 'warning' ? words.warning : '';
    console.log(`${file}:${line}:${column} ${mark}${sentence[language]}`);
  }
  const errors = mistakes.filter(({ severity }) => severity === 'error').length;
  console.log(words.sum(playbooks.length, errors, mistakes.length - errors));
  return errors > 0 ? 1 : 0;
}

function yamlFilesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(path, name));
}

function fail(sentences) {
  for (const sentence of sentences) console.error(sentence);
  return 1;
}

process.exitCode = main(process.argv.slice(2));
