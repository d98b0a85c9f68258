// Finds the browser for the end-to-end tests: $CHROMIUM, else an installed one, else the one from
// npm. `node tools/browser.mjs` prints it as JSON, for tests that are run on their own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Obstacle, root } from './prepare.mjs';
import { unpackChromium } from './unpack-chromium.mjs';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * @returns {executable, env}: the program, and what must be added to its environment
 * @throws Obstacle when there is none
 */
export async function findBrowser(say) {
  const named = process.env.CHROMIUM;
  if (named && !existsSync(named)) {
    throw new Obstacle(
      `CHROMIUM names ${named}, but there is no such file. Correct it, or unset it to have a browser found.`,
    );
  }
  const executable = named || installed.find((path) => existsSync(path));
  if (executable) return { executable, env: {} };
  const unpacked = await unpackChromium(join(root, '.sturmwarte/browser'), say);
  if (unpacked === undefined) {
    throw new Obstacle(
      'No browser was found. Install Chrome or Chromium, or set CHROMIUM to the path of one.',
    );
  }
  const libraries = [unpacked.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: unpacked.fonts };
  return { executable: unpacked.executable, env: { LD_LIBRARY_PATH: libraries, ...fonts } };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await findBrowser((text) => console.error(text))));
}
