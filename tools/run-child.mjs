import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { root } from './prepare.mjs';

const burstMs = 1000;
const lookMs = 1000;
const shells = new Set(['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh']);

/**
 * Runs a Node program to its end, hands our signals on to it, and returns its exit code (128 + the
 * signal's number when a signal ended it, as shells do).
 *
 * The program gets a process group of its own. Else one Ctrl-C would reach it up to three times
 * (from the terminal, and through npm and us), and a server takes the second one for impatience. For
 * the same reason what reaches us within a second is one signal.
 *
 * `tied`: the program notices when we are gone, however we ended, and we stop it when npm is, who started us: neither
 * can be stopped from the terminal any more.
 */
export function runChild(args, env, { tied = false } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    detached: process.platform !== 'win32',
  });
  let last = 0;
  const forward = (signal) => {
    const now = Date.now();
    // A closed terminal is a reason to stop in order.
    if (now - last > burstMs) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    last = now;
  };
  const watch = tied && env.npm_execpath ? onOrphaned(() => forward('SIGTERM')) : undefined;
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** Calls once when npm, which started us, has ended; or the shell that it may have put between us. */
function onOrphaned(call) {
  const parent = process.ppid;
  const npm = shells.has(commandOf(parent)) ? parentOf(parent) : parent;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return;
    clearInterval(timer);
    call();
  }, lookMs);
  return timer;
}

/** Linux tells; elsewhere npm's shell hides npm from us, and only the shell's own end is noticed. */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function parentOf(pid) {
  try {
    const found = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? undefined : Number(found[1]);
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
