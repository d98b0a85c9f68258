import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '@sturmwarte/domain';
import type { Logger } from 'pino';
import { LOG } from '../common/tokens.js';
import { DEMO_SCENARIO } from './demo-scenario.js';
import { replayCommand } from './replay-folder.js';

const STOP_MS = 5_000;

export interface DrillPlay {
  readonly spaceId: number;
  /** Goes to the player by its environment: arguments can be read by everybody on the machine. */
  readonly token: string;
  readonly server: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** The players of the demo storm, each a process of its own: it sends like any other source. */
@Injectable()
export class DrillPlayers implements OnModuleDestroy {
  /** By brand; null while its space is still being made. */
  private readonly running = new Map<number, ChildProcess | null>();

  constructor(@Inject(LOG) private readonly log: Logger) {}

  /**
   * One drill per brand at a time: refuses `drill-running`. `prepare` makes the space; the brand's place is taken
   * from the first moment on, so that two people cannot start two.
   */
  async start<T extends DrillPlay>(brandId: number, prepare: () => Promise<T>): Promise<T> {
    if (this.running.has(brandId)) throw new DomainError('drill-running', { brandId });
    this.running.set(brandId, null);
    try {
      const play = await prepare();
      this.running.set(brandId, this.launch(brandId, play));
      return play;
    } catch (error) {
      this.running.delete(brandId);
      throw error;
    }
  }

  /** Asks all players to stop, which ends their spaces, and waits for them. */
  async onModuleDestroy(): Promise<void> {
    const players = [...this.running.values()].filter((player) => player !== null);
    await Promise.all(players.map(stopped));
  }

  private launch(brandId: number, { spaceId, token, server, day }: DrillPlay): ChildProcess {
    const play = ['--scenario', DEMO_SCENARIO, '--server', server, '--day', day];
    const args = [...replayCommand(), ...play];
    const player = spawn(process.execPath, args, {
      env: { STURMWARTE_TOKEN: token },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { log } = this;
    const hear = (stream: Readable, tell: (line: string) => void): void =>
      void createInterface({ input: stream }).on('line', tell);
    hear(player.stdout, (line) => log.info({ spaceId, line }, 'drill'));
    hear(player.stderr, (line) => log.warn({ spaceId, line }, 'drill'));
    player.once('error', (err) => log.error({ err, spaceId }, 'the drill could not be started'));
    player.once('close', (code, signal) => {
      this.running.delete(brandId);
      log[code === 0 ? 'info' : 'warn']({ spaceId, code, signal }, 'the drill is over');
    });
    return player;
  }
}

async function stopped(player: ChildProcess): Promise<void> {
  if (player.exitCode !== null || player.signalCode !== null) return;
  const over = new Promise((resolve) => player.once('close', resolve));
  player.kill('SIGTERM');
  const patience = setTimeout(() => player.kill('SIGKILL'), STOP_MS);
  await over;
  clearTimeout(patience);
}
