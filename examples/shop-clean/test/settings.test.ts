import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLogger } from '../src/infrastructure/logging/index.ts';
import { readSettings, SettingError } from '../src/infrastructure/settings/index.ts';

const COMPLETE = { PORT: '8080', DATABASE_URL: 'db', PAYMENT_URL: 'pay', PAYMENT_TOKEN: 'token' };

describe('settings and log', () => {
  it('reads all settings', () => {
    const expected = { port: 8080, databaseUrl: 'db', paymentUrl: 'pay', paymentToken: 'token' };
    assert.deepEqual(readSettings(COMPLETE), expected);
  });

  it('names the one that is missing', () => {
    assert.throws(() => readSettings({ ...COMPLETE, PAYMENT_URL: ' ' }), /PAYMENT_URL is missing/);
  });

  it('refuses a port that is none', () => {
    assert.throws(() => readSettings({ ...COMPLETE, PORT: '99999' }), SettingError);
  });

  it('writes one line an event', () => {
    const lines: string[] = [];
    const logger = createLogger((line) => lines.push(line));
    logger.info('started', { port: 1 });
    logger.error('failed', new Error('why'));
    logger.error('failed', 'just so');
    assert.deepEqual(lines, [
      '{"level":"info","event":"started","port":1}\n',
      '{"level":"error","event":"failed","reason":"why"}\n',
      '{"level":"error","event":"failed","reason":"just so"}\n',
    ]);
  });
});
