import { Injectable } from '@nestjs/common';

/** Returns null when all is well, else what is wrong, in one English clause without secrets. */
export type HealthCheck = () => string | null | Promise<string | null>;

export interface HealthReport {
  readonly ready: boolean;
  /** Per check `ok`, or what is wrong. */
  readonly checks: Readonly<Record<string, string>>;
  /** What somebody should look at although the server works; left out when there is nothing. */
  readonly warnings?: Readonly<Record<string, string>>;
}

/** What must be well for this server to take traffic; features add their own at start. */
@Injectable()
export class HealthIndicators {
  private readonly checks = new Map<string, HealthCheck>();
  private readonly watched = new Map<string, HealthCheck>();

  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  /** Like `register`, but what is wrong keeps no traffic away. */
  warn(name: string, check: HealthCheck): void {
    this.watched.set(name, check);
  }

  async report(): Promise<HealthReport> {
    const checks = await ask(this.checks);
    const warnings = (await ask(this.watched)).filter(([, result]) => result !== 'ok');
    return {
      ready: checks.every(([, result]) => result === 'ok'),
      checks: Object.fromEntries(checks),
      ...(warnings.length === 0 ? {} : { warnings: Object.fromEntries(warnings) }),
    };
  }
}

function ask(checks: ReadonlyMap<string, HealthCheck>): Promise<[name: string, result: string][]> {
  return Promise.all(
    [...checks].map(async ([name, check]) => [name, (await problemOf(check)) ?? 'ok']),
  );
}

async function problemOf(check: HealthCheck): Promise<string | null> {
  try {
    return await check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
