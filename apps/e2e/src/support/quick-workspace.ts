import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const BOX = /minutes: \d+, deputyAfter: \d+/g;

/**
 * The built program as an image has it, beside playbooks of its own whose time boxes last one minute: the program
 * reads the playbooks that lie at the top of wherever it lies.
 */
export class QuickWorkspace {
  private constructor(readonly folder: string) {}

  static make(): QuickWorkspace {
    const folder = mkdtempSync(join(tmpdir(), 'sturmwarte-quick-'));
    mkdirSync(join(folder, 'apps/api'), { recursive: true });
    for (const part of ['apps/api/dist', 'apps/api/package.json', 'playbooks']) {
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    }
    for (const part of ['apps/console', 'node_modules']) {
      symlinkSync(join(ROOT, part), join(folder, part), 'dir');
    }
    const core = join(folder, 'playbooks/core.yaml');
    const text = readFileSync(core, 'utf8');
    const quick = text.replace(BOX, 'minutes: 1, deputyAfter: 1');
    if (quick === text) throw new Error('the shared playbook has no time boxes of this form');
    writeFileSync(core, quick);
    return new QuickWorkspace(folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
