import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './prepare.mjs';

const burstMs = 1000;

/**
 * Runs a Node program to its end, hands our signals on to it, and returns its exit code (128 + the
 * signal's number when a signal ended it, as shells do).
 *
 * The program gets a process group of its own. Else one Ctrl-C would reach it up to three times
 * (from the terminal, and through npm and us), and a server takes the second one for impatience. For
 * the same reason what reaches us within a second is one signal.
 */
export function runChild(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    detached: process.platform !== 'win32',
  });
  let last = 0;
  const forward = (signal) => {
    const now = Date.now();
    // A closed terminal is a reason to stop in order.
    if (now - last > burstMs) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    last = now;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
