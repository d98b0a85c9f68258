import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What the Dockerfile copies from the build's context: [source, destination]. */
const copies = read('docker/Dockerfile')
  .split('\n')
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .map((line) => line.split(/\s+/).slice(1))
  .flatMap((words) => words.slice(0, -1).map((source) => [source, words.at(-1) ?? ''] as const));

const manifests = ['apps', 'libs'].flatMap((group) =>
  readdirSync(join(root, group))
    .map((name) => `${group}/${name}/package.json`)
    .filter((path) => existsSync(join(root, path))),
);

describe('the image', () => {
  it('copies only what exists', () => {
    expect(
      copies.map(([source]) => source).filter((path) => !existsSync(join(root, path))),
    ).toEqual([]);
  });

  it('installs with the manifest of every workspace', () => {
    const copied = copies.filter(([source]) => source.endsWith('package.json'));
    expect(copied.map(([source]) => source).sort()).toEqual(['package.json', ...manifests].sort());
    for (const [source, to] of copied) expect(join(to, 'package.json')).toBe(source);
  });

  it('is not run by root and says when it is well', () => {
    const last =
      read('docker/Dockerfile')
        .split(/^FROM /m)
        .at(-1) ?? '';
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK .*[^]*\/health\/ready/m);
  });
});

describe('the example of its environment', () => {
  it('names every variable the compose file asks for, and holds no secret', () => {
    const asked = [...read('docker/compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const given = [...read('docker/example.env').matchAll(/^(\w+)=(.*)$/gm)];
    expect(given.map(([, name]) => name).sort()).toEqual([...new Set(asked)].sort());
    expect(given.filter(([, name = '', value]) => /PASSWORD|SECRET/.test(name) && value)).toEqual(
      [],
    );
  });
});
