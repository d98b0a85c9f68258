import { createReadStream } from 'node:fs';
import type { Config } from '@sturmwarte/config';
import {
  faultSentence,
  NotAJournal,
  notAJournalSentence,
  reportSentence,
  verifyExport,
  verifyStored,
  type JournalLanguage,
  type TellFault,
} from '@sturmwarte/store';
import { withDatabase } from './with-database.js';

/** Faults and reports are the result: they go to standard output, one line each. */
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Checks exported journals, without any database. Answers whether all of them are whole. */
export async function verifyFiles(
  files: readonly string[],
  language: JournalLanguage,
): Promise<boolean> {
  let sound = true;
  for (const file of files) {
    const tell: TellFault = (number, fault, line) =>
      print(`${file}:${line ?? 1} ${number} ${faultSentence(fault, language)}`);
    try {
      const report = await verifyExport(createReadStream(file), tell);
      print(reportSentence(report, language));
      sound &&= report.faults === 0;
    } catch (error) {
      const sentence = error instanceof NotAJournal ? notAJournalSentence(error, language) : null;
      const reason = (error as NodeJS.ErrnoException).code;
      if (sentence === null && reason === undefined) throw error;
      print(`${file}:1 ${sentence ?? String(reason)}`);
      sound = false;
    }
  }
  return sound;
}

/** Checks every journal of the database the settings name. Answers whether all of them are whole. */
export async function verifyDatabase(
  config: Config,
  language: JournalLanguage,
  say: (line: string) => void,
): Promise<boolean> {
  return withDatabase(config, say, async (db) => {
    let sound = true;
    const tell: TellFault = (number, fault) => print(`${number} ${faultSentence(fault, language)}`);
    for await (const report of verifyStored(db, tell)) {
      if (report.entries > 0) print(reportSentence(report, language));
      sound &&= report.faults === 0;
    }
    return sound;
  });
}
