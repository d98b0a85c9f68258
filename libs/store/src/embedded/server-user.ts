import { execFile } from 'node:child_process';
import { chown, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** How the database programs are run, so that they never see themselves as root. */
export interface ServerUser {
  /** Turns a command into the one to spawn. */
  command(file: string, args: readonly string[]): { file: string; args: string[] };
  /** Spawn options for it. */
  readonly spawn: { uid?: number; gid?: number };
  /** Gives a file or folder to the user the server runs as; does nothing where it is ours. */
  own(path: string): Promise<void>;
}

const nobody = 65534;
const namespaceArgs = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`];

/**
 * PostgreSQL refuses to run as root. As root we prefer a user namespace: the files stay root's and
 * lie wherever root can reach them (a clone under a closed home folder too). Where namespaces are
 * forbidden, or the folder already belongs to another user, the programs run as that user.
 * @param dataDir existing folder, its owner decides
 */
export async function serverUser(dataDir: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return asOurselves;
  const owner = await stat(dataDir);
  if (owner.uid !== 0) return asUser(owner.uid, owner.gid);
  return (await namespacesWork()) ? inNamespace : asUser(nobody, nobody);
}

const asOurselves: ServerUser = {
  command: (file, args) => ({ file, args: [...args] }),
  spawn: {},
  own: () => Promise.resolve(),
};

const inNamespace: ServerUser = {
  command: (file, args) => ({ file: 'unshare', args: [...namespaceArgs, '--', file, ...args] }),
  spawn: {},
  own: () => Promise.resolve(),
};

function asUser(uid: number, gid: number): ServerUser {
  return {
    command: (file, args) => ({ file, args: [...args] }),
    spawn: { uid, gid },
    own: (path) => chown(path, uid, gid),
  };
}

async function namespacesWork(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  try {
    await promisify(execFile)('unshare', [...namespaceArgs, '--', 'true']);
    return true;
  } catch {
    return false; // no unshare program, or the container forbids new namespaces
  }
}
