import { Inject, Injectable } from '@nestjs/common';
import { CONSOLE_FOLDER } from '../common/tokens.js';
import { addressesIn } from './console-files.js';

const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
/** Addresses that are never pages: a wrong one deserves an honest 404. */
const NOT_PAGES = /^\/(api|health|metrics|socket\.io|assets)(\/|$)|\.[a-z0-9]{1,8}$|\.\.|\\|\/\//i;

export interface ConsoleFile {
  /** Inside the folder. */
  readonly file: string;
  readonly cacheControl: string;
}

@Injectable()
export class ConsoleService {
  private readonly addresses: ReadonlySet<string>;

  constructor(@Inject(CONSOLE_FOLDER) readonly folder: string) {
    this.addresses = addressesIn(folder);
  }

  /** The file behind an address; for a page the one page there is. Null: nothing lives there. */
  fileFor(path: string, accept: string | undefined): ConsoleFile | null {
    // Names under /assets carry a hash of their content: they never change.
    if (path !== '/index.html' && this.addresses.has(path)) {
      const hashed = path.startsWith('/assets/');
      return { file: path, cacheControl: hashed ? FOR_EVER : ASK_AGAIN };
    }
    const page = !NOT_PAGES.test(path) && /text\/html|\*\/\*/.test(accept ?? '*/*');
    return page && this.addresses.has('/index.html')
      ? { file: '/index.html', cacheControl: ASK_AGAIN }
      : null;
  }
}
