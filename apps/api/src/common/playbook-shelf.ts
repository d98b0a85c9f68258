import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  canonicalJson,
  DomainError,
  type ApprovalChain,
  type Clock,
  type Playbook,
  type PlaybookRef,
} from '@sturmwarte/domain';
import { readPlaybooks, type Mistake } from '@sturmwarte/playbook';
import { IncidentRepository, sha256, type Database } from '@sturmwarte/store';
import type { Logger } from 'pino';
import { CLOCK, DATABASE, LOG, PLAYBOOK_FOLDER } from './tokens.js';

export interface ShelvedPlaybook {
  readonly ref: PlaybookRef;
  readonly playbook: Playbook;
}

/**
 * The playbooks people can start (files, read once at the start), and those that runs are pinned to (kept in the
 * database as they were). A file with a mistake is left out, loudly; the others stay.
 */
@Injectable()
export class PlaybookShelf implements OnModuleInit {
  private readonly shelf = new Map<string, ShelvedPlaybook>();
  private readonly pinned = new Map<string, Playbook>();
  private readonly incidents: IncidentRepository;
  mistakes: readonly Mistake[] = [];
  /** Who approves words where no playbook runs. */
  houseChain: ApprovalChain = [];

  constructor(
    @Inject(DATABASE) db: Database,
    @Inject(PLAYBOOK_FOLDER) private readonly folder: string,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.incidents = new IncidentRepository(db);
  }

  onModuleInit(): void {
    const names = readdirSync(this.folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
    const files = names.map((name) => ({
      name,
      text: readFileSync(join(this.folder, name), 'utf8'),
    }));
    const today = new Date(this.clock.now()).toISOString().slice(0, 10);
    const { playbooks, sharedChain, mistakes } = readPlaybooks(files, today);
    this.houseChain = sharedChain;
    this.mistakes = mistakes;
    for (const { file, line, sentence, severity } of mistakes) {
      const where = { file, line, problem: sentence.en };
      if (severity === 'error') this.log.error(where, 'a playbook has a mistake and is left out');
      else this.log.info(where, 'a note on a playbook');
    }
    for (const playbook of playbooks) {
      const { id, version, title } = playbook;
      const hash = sha256(canonicalJson(playbook));
      this.shelf.set(id, { ref: { id, version, hash, title }, playbook });
      this.pinned.set(hash, playbook);
    }
  }

  list(): readonly ShelvedPlaybook[] {
    return [...this.shelf.values()];
  }

  /** Refuses `not-found`. */
  find(id: string): ShelvedPlaybook {
    const found = this.shelf.get(id);
    if (found === undefined) throw new DomainError('not-found', { what: 'playbook', id });
    return found;
  }

  /** The playbooks of these runs as they were when the runs began, by hash. */
  async pinnedTo(hashes: readonly string[]): Promise<ReadonlyMap<string, Playbook>> {
    const found = new Map<string, Playbook>();
    for (const hash of hashes) {
      const playbook = this.pinned.get(hash) ?? (await this.incidents.playbook(hash));
      if (playbook === null) throw new Error(`the playbook of a run is gone: ${hash}`);
      this.pinned.set(hash, playbook);
      found.set(hash, playbook);
    }
    return found;
  }
}
