import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeyCache } from './key-cache.ts';
import { newKey, rewrapKey, unwrapKey, wrapKey, wrappedVersion, type KeyPurpose } from './keyring.ts';

const purpose = fc.record({
  tenant: fc.constantFrom('64', '62', '64.72'),
  kind: fc.constantFrom('tenant' as const, 'person' as const, 'case' as const),
  id: fc.string({ minLength: 1, maxLength: 40 }),
});
const person: KeyPurpose = { tenant: '64', kind: 'person', id: 'a' };

describe('wrapped keys', () => {
  test('open with the key and purpose that wrapped them, and only so', () => {
    fc.assert(
      fc.property(purpose, purpose, fc.integer({ min: 1, max: 2 ** 32 - 1 }), (about, other, version) => {
        const wrapping = newKey();
        const key = newKey();
        const wrapped = wrapKey({ version, key: wrapping }, key, about);
        expect(wrappedVersion(wrapped)).toBe(version);
        expect(unwrapKey(() => wrapping, wrapped, about).equals(key)).toBe(true);
        expect(() => unwrapKey(() => newKey(), wrapped, about)).toThrow('does not open');
        fc.pre(JSON.stringify(about) !== JSON.stringify(other));
        expect(() => unwrapKey(() => wrapping, wrapped, other)).toThrow('does not open');
      }),
    );
  });

  test('a purpose cannot be cut elsewhere into another one', () => {
    const wrapping = newKey();
    const wrapped = wrapKey({ version: 1, key: wrapping }, newKey(), {
      tenant: '64',
      kind: 'person',
      id: '1x',
    });
    expect(() => unwrapKey(() => wrapping, wrapped, { tenant: '6', kind: 'person', id: '41x' })).toThrow(
      'does not open',
    );
  });

  test('no changed byte and no cut is accepted', () => {
    const wrapping = newKey();
    const wrapped = wrapKey({ version: 1, key: wrapping }, newKey(), person);
    for (let at = 0; at < wrapped.length; at++) {
      const flipped = Uint8Array.from(wrapped);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(() => unwrapKey(() => wrapping, flipped, person), `byte ${at}`).toThrow(
        /does not open|known format/,
      );
    }
    expect(() => unwrapKey(() => wrapping, wrapped.slice(0, -1), person)).toThrow('known format');
  });

  test('rotation keeps the key and changes what wraps it', () => {
    const [one, two, key] = [newKey(), newKey(), newKey()];
    const wrapped = wrapKey({ version: 1, key: one }, key, person);
    const again = rewrapKey(() => one, { version: 2, key: two }, wrapped, person);
    expect(wrappedVersion(again)).toBe(2);
    expect(unwrapKey(() => two, again, person).equals(key)).toBe(true);
    expect(() => unwrapKey(() => one, again, person)).toThrow('does not open');
  });
});

describe('key cache', () => {
  test('forgets after its time and when full', () => {
    let now = 0;
    const cache = createKeyCache({ ttlMs: 10, max: 2, now: () => now });
    const key = newKey();
    cache.set('64/1', key);
    now = 9;
    expect(cache.get('64/1')).toBe(key);
    now = 10;
    expect(cache.get('64/1')).toBeUndefined();
    cache.set('64/1', key);
    cache.set('62/1', key);
    cache.set('62/2', key);
    expect([cache.get('64/1'), cache.get('62/1'), cache.get('62/2')]).toEqual([undefined, key, key]);
  });
});
