/** Words with digits in them are not taken for what a machine made up, and the other way round. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { isDictionaryLike } from '../../server/secrets/value-shape.ts';
import { random } from './invented.ts';

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const BASE36 = 'abcdefghijklmnopqrstuvwxyz0123456789';

describe('isDictionaryLike', () => {
  const words = [
    'S0meVeryHardPassword', 'Sup3rS3cretP4ssword!', 'Tr0ub4dor', 'p@ssw0rdForTheDatabase1', 'MyDevelopmentDatabase2024', 'another_secret_word_99',
  ];
  for (const value of words) {
    it(`is true for ${value}`, () => assert.equal(isDictionaryLike(value), true));
  }

  for (const value of ['kT7x92mQv4LpZ8wR', 'devstore9fK2qLw8', '5d08bcc944ee3e3830cfa9af259f9f0d', 'q8Zr1vK0pXw7Lm3TbN6yHs2D', 'hunter2', '']) {
    it(`is false for "${value}"`, () => assert.equal(isDictionaryLike(value), false));
  }

  it('is false for what is drawn at random', () => {
    const drawn = [BASE62, BASE36].flatMap((alphabet) =>
      [16, 20, 24, 32, 40].flatMap((length) => Array.from({ length: 2000 }, (_, seed) => random(length, alphabet, seed + 1))),
    );
    assert.deepEqual(drawn.filter(isDictionaryLike), []);
    assert.equal(isDictionaryLike(randomBytes(32).toString('hex')), false);
  });
});
