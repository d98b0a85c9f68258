import { readConfig, SETTINGS, type Config, type Environment } from '@sturmwarte/config';
import { SetupService } from '../people/setup.service.js';
import { linkTo } from '../people/visitor.js';
import { readArguments } from './arguments.js';
import { backupCommand, restoreCommand } from './backup-command.js';
import { createApp, type RunningApp } from './create-app.js';
import { databaseOf } from './database-of.js';
import { stopOnSignals } from './graceful-stop.js';
import { makeLog } from './make-log.js';
import { playDemo } from './play-demo.js';
import { probePort } from './probe-port.js';
import { startFailure } from './start-failure.js';
import { verifyDatabase, verifyFiles } from './verify-command.js';

/** For people at the terminal; the log on standard output stays machine-readable. */
const say = (line: string): void => void process.stderr.write(`[sturmwarte] ${line}\n`);

/** So long a database that is ended without much ado may take before it is told less kindly. */
const HURRY_MS = 3_000;

/** The whole life of the program; ends the process with 1 when it cannot start. */
export async function run(args: readonly string[], environment: Environment): Promise<void> {
  try {
    const { demo, help, task, environment: settings } = readArguments(args, environment);
    if (help) return explain();
    if (task !== null && 'verify' in task && task.verify.length > 0) {
      return endWith(await verifyFiles(task.verify, task.language));
    }
    const config = readConfig(settings);
    if (task === null) await serve(config, demo);
    else if ('backup' in task) await backupCommand(config, task.backup, say);
    else if ('verify' in task) endWith(await verifyDatabase(config, task.language, say));
    else await restoreCommand(config, { ...task, givenSecret: settings['SECRET'] }, say);
  } catch (error) {
    const failure = startFailure(error);
    if (failure === null) throw error;
    failure.sentences.forEach(say);
    process.exit(1);
  }
}

function endWith(sound: boolean): void {
  if (!sound) process.exitCode = 1;
}

async function serve(config: Config, demo: boolean): Promise<void> {
  const log = makeLog(config);
  await probePort(config.port, config.host);
  const database = databaseOf(config, say, {
    onGone: () => log.error('the database has ended and is started again'),
    onBack: () => log.warn('the database runs again'),
    onFault: (err) =>
      log.error({ err }, 'the database could not be started again, more tries follow'),
  });
  const starting = database.then(({ url }) => createApp({ config, databaseUrl: url, log }));
  // From now on: a stop that comes during the start leaves no database behind either.
  const stopping = stopOnSignals({
    close: async () => {
      await (await starting).close();
      await (await database).stop();
    },
    abandon: async () => (await database).stop(HURRY_MS),
    log,
  });
  let app: RunningApp;
  try {
    app = await starting;
  } catch (error) {
    await (await database).stop();
    throw error;
  }
  if (stopping()) return;
  log.info({ url: app.url }, 'started');
  say(`Sturmwarte is ready: ${app.url}`);
  if (demo) await playDemo(app, say);
  await offerSetup(app);
}

/** As long as nobody has an account, every start prints a new link. */
async function offerSetup(app: RunningApp): Promise<void> {
  const offer = await app.nest.get(SetupService).offer();
  if (offer === null) return;
  const until = new Date(offer.expiresAt).toLocaleString('en-GB');
  say(`Make the first account here (works once, until ${until}):`);
  say(`  ${linkTo({ base: app.url }, 'setup', offer.token)}`);
}

function explain(): void {
  console.log('Usage: npm start -- [--demo] [--port 4400] [--host 127.0.0.1]');
  console.log('       npm run backup -- --out FILE');
  console.log('       npm run restore -- --in FILE [--force]');
  console.log(
    '       npm run journal:verify -- [FILE...] [--database URL] [--lang de]\n\nSettings:',
  );
  for (const { name, fallbackText, why } of Object.values(SETTINGS)) {
    console.log(`  ${name} (default: ${fallbackText})\n      ${why}`);
  }
}
