import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Plant {
  readonly wall: string;
  readonly file: string;
  readonly text: string;
  /** Pattern of the rule (and what it says) that must fire; none for what the wall lets through. */
  readonly rule?: string;
  readonly typed?: boolean;
}

// The same rule also forbids undeclared packages: each wall must be what fired.
const boundaries = '@nx/enforce-module-boundaries';
const wall = `${boundaries}: (A project tagged with|Circular dependency|Projects cannot be imported)`;
const imports = 'no-restricted-imports';
const fetched = 'no-restricted-syntax';
const uses = (name: string, from: string) => `import { ${name} } from '${from}';\n${name}();\n`;

const plants: readonly Plant[] = [
  // arrows point down only
  ...[
    ['libs/domain/src/index.ts', '@sturmwarte/contracts'],
    ['libs/detect/src/index.ts', '@sturmwarte/store'],
    ['libs/contracts/src/index.ts', '@sturmwarte/i18n'],
    ['libs/store/src/index.ts', '@sturmwarte/bus'],
    ['apps/console/src/main.ts', '@sturmwarte/store'],
    ['libs/text/src/index.ts', '../../store/src/index.js'],
    ['libs/playbook/src/index.ts', '@sturmwarte/store'],
  ].map(([file = '', from = '']) => ({
    wall: `${file} does not reach ${from}`,
    file,
    text: uses('anything', from),
    rule: wall,
  })),
  // one home per framework
  ...[
    ['libs/domain/src/index.ts', 'rxjs'],
    ['libs/contracts/src/index.ts', '@nestjs/common'],
    ['libs/text/src/index.ts', 'react'],
    ['libs/connectors/src/index.ts', '@nestjs/common'],
    ['apps/api/src/main.ts', 'pg'],
    ['apps/api/src/main.ts', 'typeorm'],
    ['apps/api/src/main.ts', 'react'],
    ['apps/console/src/main.ts', '@nestjs/common'],
    ['apps/console/src/main.ts', 'socket.io'],
  ].map(([file = '', from = '']) => ({
    wall: `${file} does without ${from}`,
    file,
    text: uses('anything', from),
    rule: wall,
  })),
  ...[
    ['libs/domain/src/index.ts', 'zod'],
    ['libs/domain/src/index.ts', 'node:crypto'],
    ['libs/text/src/index.ts', 'node:fs'],
    ['libs/playbook/src/index.ts', 'node:fs'],
    ['apps/console/src/main.ts', 'path'],
    ['apps/console/src/main.ts', '@sturmwarte/clock/holidays'],
    ['libs/bus/src/index.ts', 'pg'],
    ['libs/connectors/src/index.ts', 'typeorm'],
    ['apps/api/src/main.ts', '@sturmwarte/store/testing'],
    ['libs/connectors/src/index.ts', '@sturmwarte/domain/testing'],
    // nothing leaves but through one door
    ['apps/api/src/incidents/incidents.service.ts', '@sturmwarte/connectors/exits'],
    ['apps/api/src/publishing/sender.ts', '@sturmwarte/connectors/exits'],
    ['apps/replay/src/main.ts', '@sturmwarte/connectors/exits'],
    ['libs/connectors/src/index.ts', './exits/index.js'],
  ].map(([file = '', from = '']) => ({
    wall: `${file} does without ${from}`,
    file,
    text: uses('anything', from),
    rule: imports,
  })),
  {
    wall: 'the door itself knows the exits',
    file: 'apps/api/src/publishing/leave.ts',
    text: uses('webhookExit', '@sturmwarte/connectors/exits'),
  },
  {
    wall: 'a test uses builders',
    file: 'libs/connectors/src/source.spec.ts',
    text: uses('anything', '@sturmwarte/domain/testing'),
  },
  {
    wall: 'a test of the domain uses test libraries',
    file: 'libs/domain/src/level.spec.ts',
    text: uses('property', 'fast-check'),
  },
  // what a project does not declare it cannot have: another one's packages, an app
  ...[
    ['libs/config/src/index.ts', 'csv-parse'],
    ['libs/bus/src/index.ts', '@sturmwarte/api'],
    ['apps/replay/src/main.ts', '@sturmwarte/api'],
  ].map(([file = '', from = '']) => ({
    wall: `${file} does not borrow ${from}`,
    file,
    text: uses('anything', from),
    rule: `${boundaries}: Only packages defined in`,
  })),
  // operators of time
  {
    wall: 'windows stay in libs/detect',
    file: 'apps/api/src/watch/watch.service.ts',
    text: uses('bufferTime', 'rxjs'),
    rule: imports,
  },
  {
    wall: 'windows stay in libs/detect, by the older path too',
    file: 'libs/bus/src/index.ts',
    text: uses('debounceTime', 'rxjs/operators'),
    rule: imports,
  },
  {
    wall: 'libs/detect has its windows',
    file: 'libs/detect/src/index.ts',
    text: uses('windowToggle', 'rxjs'),
  },
  {
    wall: 'the bus knows an Observable',
    file: 'libs/bus/src/index.ts',
    text: "import type { Observable } from 'rxjs';\nexport type Topic = Observable<string>;\n",
  },
  // features of the server
  {
    wall: 'a feature does not import another one',
    file: 'apps/api/src/alerts/alert.service.ts',
    text: uses('anything', '../people/people.service.js'),
    rule: 'house/feature-wall',
  },
  {
    wall: 'a feature does not import another one from a folder further down',
    file: 'apps/api/src/alerts/rules/plain.ts',
    text: "export * from '../../people/people.service.js';\n",
    rule: 'house/feature-wall',
  },
  {
    wall: 'common imports no feature',
    file: 'apps/api/src/common/guard.ts',
    text: "export const late = import('../people/people.service.js');\n",
    rule: 'house/feature-wall',
  },
  {
    wall: 'a feature does not reach up',
    file: 'apps/api/src/alerts/alert.service.ts',
    text: uses('serve', '../bootstrap/run.js'),
    rule: 'house/feature-wall',
  },
  {
    wall: 'a feature does not use test code',
    file: 'apps/api/src/alerts/alert.service.ts',
    text: uses('startTestApp', '../testing/start-test-app.js'),
    rule: 'house/feature-wall',
  },
  {
    wall: "a feature's test starts the whole server",
    file: 'apps/api/src/alerts/alert.int-spec.ts',
    text: uses('startTestApp', '../testing/start-test-app.js'),
  },
  {
    wall: 'a feature imports itself and common',
    file: 'apps/api/src/alerts/rules/plain.ts',
    text: uses('reply', '../../common/reply.js') + uses('alert', '../alert.service.js'),
  },
  {
    wall: 'the top puts the features together',
    file: 'apps/api/src/app.module.ts',
    text: uses('people', './people/people.module.js'),
  },
  {
    wall: 'the start puts the features together',
    file: 'apps/api/src/bootstrap/run.ts',
    text: uses('invite', '../people/invite.js'),
  },
  // time, ids and randomness are arguments
  ...[
    ['libs/domain/src/index.ts', 'Date.now()'],
    ['libs/detect/src/index.ts', 'new Date()'],
    ['libs/text/src/index.ts', 'Math.random()'],
    ['libs/domain/src/index.ts', 'globalThis.crypto.randomUUID()'],
    ['libs/detect/src/index.ts', 'performance.now()'],
    ['libs/playbook/src/index.ts', 'new Date()'],
  ].map(([file = '', call = '']) => ({
    wall: `${file} is given what ${call} would fetch`,
    file,
    text: `export const fetched = ${call};\n`,
    rule: fetched,
  })),
  {
    wall: 'a rule reads a time it was given',
    file: 'libs/domain/src/index.ts',
    text: 'export const year = (at: number) => new Date(at).getUTCFullYear();\n',
  },
  {
    wall: 'code for anywhere has no process',
    file: 'libs/i18n/src/index.ts',
    text: "export const home = process.env['HOME'];\n",
    rule: 'no-restricted-globals',
  },
  // habits
  {
    wall: 'a file can be held in the head',
    file: 'libs/store/src/index.ts',
    text: 'export {};\n'.repeat(301),
    rule: 'max-lines',
  },
  {
    wall: 'no error is swallowed',
    file: 'libs/store/src/index.ts',
    text: 'try {\n  JSON.parse("");\n} catch {}\n',
    rule: 'no-empty',
  },
  {
    wall: 'no promise floats',
    file: 'libs/store/src/index.ts',
    text: 'Promise.resolve(1);\n',
    rule: '@typescript-eslint/no-floating-promises',
    typed: true,
  },
  {
    wall: 'a switch over a union answers every case',
    file: 'libs/store/src/index.ts',
    text: "export function f(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    typed: true,
  },
  {
    wall: 'hooks are called in order',
    file: 'apps/console/src/main.tsx',
    text: "import { useState } from 'react';\nexport function A({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n",
    rule: 'react-hooks/rules-of-hooks',
  },
];

function judge(): Promise<string[][]> {
  const here = dirname(fileURLToPath(import.meta.url));
  const child = spawn(process.execPath, [join(here, 'lint-planted.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(plants));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as string[][]);
      else reject(new Error(`the linter ended with ${code}`));
    });
  });
}

describe('the walls of the house', () => {
  let judged: string[][];

  beforeAll(async () => {
    judged = await judge();
  }, 120_000);

  it.each(plants.map((plant, index) => ({ ...plant, index })))('$wall', ({ rule, index }) => {
    const fired = judged[index] ?? [];
    if (rule === undefined) expect(fired).toEqual([]);
    else expect(fired).toContainEqual(expect.stringMatching(`^${rule}`));
  });
});
