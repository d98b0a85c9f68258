import { Injectable } from '@nestjs/common';

/** Returns null when all is well, else what is wrong, in one English clause without secrets. */
export type HealthCheck = () => string | null | Promise<string | null>;

export interface HealthReport {
  readonly ready: boolean;
  /** Per check `ok`, or what is wrong. */
  readonly checks: Readonly<Record<string, string>>;
}

/** What must be well for this server to take traffic; features add their own at start. */
@Injectable()
export class HealthIndicators {
  private readonly checks = new Map<string, HealthCheck>();

  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  async report(): Promise<HealthReport> {
    const results = await Promise.all(
      [...this.checks].map(
        async ([name, check]) => [name, (await problemOf(check)) ?? 'ok'] as const,
      ),
    );
    return {
      ready: results.every(([, result]) => result === 'ok'),
      checks: Object.fromEntries(results),
    };
  }
}

async function problemOf(check: HealthCheck): Promise<string | null> {
  try {
    return await check();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
