// Written for old versions of Node too: it must be able to run where the rest cannot.
const needed = [20, 19];

/** Ends the process with one clear sentence when this Node is too old. */
export function requireNode() {
  const found = process.versions.node.split('.').map(Number);
  if (found[0] > needed[0] || (found[0] === needed[0] && found[1] >= needed[1])) return;
  console.error(
    'Sturmwarte needs Node.js ' +
      needed.join('.') +
      ' or newer, this is ' +
      process.versions.node +
      '. Install a current version from nodejs.org and run the same command again.',
  );
  process.exit(1);
}
