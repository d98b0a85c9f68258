import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-error.js';
import { readConfig } from './read-config.js';
import { SETTINGS } from './settings.js';

const SECRET = 'x'.repeat(40);

describe('the settings', () => {
  it('need nothing for a first start', () => {
    const config = readConfig({ SECRET });
    expect(config).toMatchObject({ port: 4400, host: '127.0.0.1', databaseUrl: null });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('treat an empty variable as absent', () => {
    expect(readConfig({ SECRET, PORT: ' ' }).port).toBe(4400);
  });

  it('name every mistake at once', () => {
    const read = () =>
      readConfig({
        SECRET: 'short',
        PORT: '99999',
        DATABASE_URL: 'mysql://x',
        PUBLIC_URL: 'https://x.org/path',
        TRUSTED_PROXIES: '10.0.0.1, nonsense',
        LOG_LEVEL: 'loud',
        METRICS_TOKEN: 'a token with spaces, which no header keeps',
        TIME_ZONE: 'Mars/Olympus',
        HOLIDAY_REGION: 'DE-XX',
      });
    expect(read).toThrow(ConfigError);
    try {
      read();
    } catch (error) {
      expect((error as ConfigError).mistakes.map((mistake) => mistake.setting)).toEqual([
        'PORT',
        'DATABASE_URL',
        'PUBLIC_URL',
        'TRUSTED_PROXIES',
        'LOG_LEVEL',
        'METRICS_TOKEN',
        'TIME_ZONE',
        'HOLIDAY_REGION',
        'SECRET',
      ]);
      expect((error as ConfigError).message).toContain(
        'PORT must be a whole number from 0 to 65535',
      );
    }
  });

  it('understand addresses and networks of proxies', () => {
    const read = (value: string) => readConfig({ SECRET, TRUSTED_PROXIES: value }).trustedProxies;
    expect(read('10.0.0.5, fd00::/8')).toEqual(['10.0.0.5', 'fd00::/8']);
    expect(() => read('10.0.0.0/40')).toThrow(ConfigError);
  });

  it('know where and by whose holidays people live', () => {
    expect(readConfig({ SECRET })).toMatchObject({
      timeZone: 'Europe/Berlin',
      holidayRegion: 'DE',
    });
    const vienna = readConfig({ SECRET, TIME_ZONE: 'Europe/Vienna', HOLIDAY_REGION: 'AT' });
    expect(vienna).toMatchObject({ timeZone: 'Europe/Vienna', holidayRegion: 'AT' });
  });

  it('keep only the origin of the public address', () => {
    expect(readConfig({ SECRET, PUBLIC_URL: 'https://Sturm.example.org/' }).publicUrl).toBe(
      'https://sturm.example.org',
    );
  });

  it('each say what holds without them and why they exist', () => {
    for (const setting of Object.values(SETTINGS)) {
      expect(setting.fallbackText).not.toBe('');
      expect(setting.why.endsWith('.')).toBe(true);
    }
  });
});
