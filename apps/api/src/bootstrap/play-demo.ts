import type { Clock } from '@sturmwarte/domain';
import { CLOCK } from '../common/tokens.js';
import { readDemoStorm } from '../drills/demo-scenario.js';
import { DrillsService } from '../drills/drills.service.js';
import { prepareDemo, type DemoReady } from '../drills/prepare-demo.js';
import { Passwords } from '../people/passwords.js';
import type { RunningApp } from './create-app.js';

/** What `--demo` adds to a start: people to sign in as, and the storm, played at once. */
export async function playDemo(app: RunningApp, say: (line: string) => void): Promise<void> {
  const clock = app.nest.get<Clock>(CLOCK);
  const passwords = app.nest.get(Passwords);
  const ready = await prepareDemo({
    db: app.db,
    clock,
    hashPassword: (password) => passwords.hash(password),
    brandName: (await readDemoStorm(clock.now())).brand,
  });
  sentences(ready).forEach(say);
  if (ready.ready) await app.nest.get(DrillsService).play(null, ready.brandId);
}

function sentences(ready: DemoReady): string[] {
  if (!ready.ready) {
    return [
      `The demo was not prepared: ${ready.realPeople} real people have an account here.`,
      'Give it a folder of its own: DATA_DIR=.sturmwarte-demo npm start -- --demo',
    ];
  }
  const rows = ready.people.map(
    ({ name, email, role }) => `  ${email.padEnd(26)} ${name} (${role})`,
  );
  return [
    'The demo storm begins. Sign in as one of:',
    ...rows,
    `with the password  ${ready.password}  (new at each demo start)`,
  ];
}
