#!/usr/bin/env node
import { USAGE, readOptions } from './options.js';
import { runBacktest } from './run-backtest.js';

try {
  await runBacktest(readOptions(process.argv.slice(2), process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(USAGE);
  process.exitCode = 1;
}
