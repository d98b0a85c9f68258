import { stdin, stderr } from 'node:process';
import { UsageError } from './usage-error.js';

const ENTER = ['\r', '\n', '\u0004'];
const BREAK = '\u0003';
const BACK = ['\u007f', '\b'];

/** The password from STURMWARTE_PASSWORD, or typed unseen at a terminal. Throws UsageError where neither is there. */
export async function askPassword(env: NodeJS.ProcessEnv): Promise<string> {
  const given = env['STURMWARTE_PASSWORD'];
  if (given !== undefined && given !== '') return given;
  if (!stdin.isTTY)
    throw new UsageError('Put the password of the account into STURMWARTE_PASSWORD.');
  stderr.write('Password: ');
  stdin.setRawMode(true).setEncoding('utf8').resume();
  try {
    return await typed();
  } finally {
    stdin.setRawMode(false).pause();
    stderr.write('\n');
  }
}

async function typed(): Promise<string> {
  let password = '';
  return await new Promise((resolve, reject) => {
    const hear = (keys: string): void => {
      for (const key of keys) {
        const ends = ENTER.includes(key) || key === BREAK;
        if (BACK.includes(key)) password = [...password].slice(0, -1).join('');
        else if (!ends) password += key;
        if (!ends) continue;
        stdin.off('data', hear);
        if (key === BREAK) reject(new UsageError('Broken off.'));
        else resolve(password);
        return;
      }
    };
    stdin.on('data', hear);
  });
}
