import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newKey } from './keyring.ts';
import { open, openBytes, seal, sealBytes, sealedVersion, type SealPlace } from './seal.ts';

const place: SealPlace = { table: 'people.person', column: 'identity', rowId: 'a', tenant: '64' };
const key = { version: 1, key: newKey() };

describe('sealed values', () => {
  test('come back as they were, whatever JSON they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 65_535 }), (value, version) => {
        const sealed = seal({ version, key: key.key }, place, value);
        expect(sealedVersion(sealed)).toBe(version);
        expect(open({ version, key: key.key }, place, sealed)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('do not open in any other place or with any other key', () => {
    const sealed = seal(key, place, { name: 'Melati' });
    for (const part of ['table', 'column', 'rowId', 'tenant'] as const) {
      expect(() => open(key, { ...place, [part]: 'b' }, sealed), part).toThrow('does not open');
    }
    expect(() => open({ version: 1, key: newKey() }, place, sealed)).toThrow('does not open');
    expect(() => open({ version: 2, key: key.key }, place, sealed)).toThrow('version 1');
  });

  test('a place cannot be cut elsewhere into another one', () => {
    const sealed = seal(key, { table: 'a', column: 'bc', rowId: 'd', tenant: 'e' }, 1);
    expect(() => open(key, { table: 'ab', column: 'c', rowId: 'd', tenant: 'e' }, sealed)).toThrow(
      'does not open',
    );
  });

  test('no changed byte and no cut is accepted', () => {
    const sealed = seal(key, place, { name: 'Melati' });
    for (let at = 0; at < sealed.length; at++) {
      const flipped = Uint8Array.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ 0x80;
      expect(() => open(key, place, flipped), `byte ${at}`).toThrow(/does not open|known format|of its key/);
      expect(() => open(key, place, sealed.slice(0, at)), `cut at ${at}`).toThrow(
        /does not open|known format/,
      );
    }
  });

  test('sealing twice gives two values; the length tells 64-byte steps only', () => {
    const one = seal(key, place, { name: 'Melati' });
    expect(Buffer.compare(one, seal(key, place, { name: 'Melati' }))).not.toBe(0);
    expect(seal(key, place, { name: 'Ana' }).length).toBe(seal(key, place, { name: 'Melati Kusuma' }).length);
    expect(Buffer.from(one).includes('Melati')).toBe(false);
  });

  test('bytes are sealed as they are, the empty value too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Uint8Array.from(openBytes(key, place, sealBytes(key, place, bytes)))).toEqual(bytes);
      }),
    );
  });

  test('what JSON cannot say is refused instead of lost', () => {
    expect(() => seal(key, place, undefined)).toThrow('only JSON values');
  });
});
