/** What Simpul ships of others: under licences that allow it, and named where the licence or courtesy asks for it. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { credits } from '../web/src/features/about/credits.ts';

const root = path.join(import.meta.dirname, '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

interface Locked {
  license?: string;
  dev?: boolean;
  link?: boolean;
}
/** Packages of the lock file that come with an installation, by name, with their licence. */
export function shipped(lock: { packages: Record<string, Locked> }): Map<string, string> {
  const found = new Map<string, string>();
  for (const [at, { license, dev, link }] of Object.entries(lock.packages)) {
    const name = at.split('node_modules/').at(-1) ?? '';
    if (at.includes('node_modules/') && !dev && !link) found.set(name, license ?? 'none');
  }
  return found;
}

/** Licences under which code, fonts and data may be passed on inside Apache-2.0 software. */
const allowed = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
  'Unlicense',
  'PSF-2.0',
  'Python-2.0',
  'CC0-1.0',
  'OFL-1.1',
  'CC-BY-3.0',
  'CC-BY-4.0',
  // File by file: Simpul passes lightningcss on unchanged and builds with it.
  'MPL-2.0',
]);
/** SPDX without nesting: one alternative is enough, of parts all. */
const isAllowed = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((one) => one.split(' AND ').every((part) => allowed.has(part.trim())));

/** Fonts and data by their licence; this one says MIT of its code and ODbL of its data in the readme. */
const isFontOrData = ([name, licence]: [string, string]): boolean =>
  /OFL|CC-BY|ODbL/.test(licence) || name === 'idn-area-data';

const packages = shipped(JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> });

test('every shipped dependency has a licence that may be passed on', () => {
  expect(packages.size).toBeGreaterThan(200);
  expect([...packages].filter(([, licence]) => !isAllowed(licence))).toEqual([]);
});

test('the check finds what is planted', () => {
  const lock = {
    packages: {
      '': {},
      web: {},
      'node_modules/a': { license: 'AGPL-3.0-only' },
      'node_modules/a/node_modules/@b/c': { license: 'MIT AND GPL-2.0-only' },
      'node_modules/d': {},
      'node_modules/e': { license: '(MIT OR GPL-3.0-or-later)' },
      'node_modules/f': { license: 'GPL-2.0-only', dev: true },
    },
  };
  expect([...shipped(lock)].filter(([, licence]) => !isAllowed(licence)).map(([name]) => name)).toEqual([
    'a',
    '@b/c',
    'd',
  ]);
  expect(isFontOrData(['x', 'MIT AND OFL-1.1'])).toBe(true);
});

/** Where the page "Tentang Simpul" speaks of each font and data package; tools of the build stand in NOTICE only. */
const onAboutPage: Record<string, string | null> = {
  '@expo-google-fonts/source-sans-3': 'sourceSans',
  '@expo-google-fonts/source-serif-4': 'sourceSerif',
  '@fontsource-variable/source-sans-3': 'sourceSans',
  '@fontsource/atkinson-hyperlegible-next': 'atkinson',
  'caniuse-lite': null,
  'date-holidays': 'holidays',
  'idn-area-data': 'areas',
};

test('NOTICE and the page about Simpul name every font and data package', () => {
  const found = [...packages].filter(isFontOrData).map(([name]) => name);
  expect(found.sort()).toEqual(Object.keys(onAboutPage));
  const notice = read('NOTICE');
  for (const name of found) expect(notice, name).toContain(name);
  const keys = credits.map((c) => c.key);
  for (const key of Object.values(onAboutPage)) if (key !== null) expect(keys).toContain(key);
});

test('NOTICE carries the copyright line of every font', () => {
  const notice = read('NOTICE').replaceAll(/\s+/g, ' ');
  const unsaid = [...packages].flatMap(([name, licence]) => {
    if (!licence.includes('OFL')) return [];
    const file = ['LICENSE_FONT', 'LICENSE']
      .map((f) => path.join(root, 'node_modules', name, f))
      .find(fs.existsSync);
    const said = /^Copyright \d{4}[\d-]* [^(]+/.exec(file ? fs.readFileSync(file, 'utf8') : '')?.[0].trim();
    return said === undefined || notice.includes(said) ? [] : [`${name}: ${said}`];
  });
  expect(unsaid).toEqual([]);
});

test('sources of standards and data are credited in NOTICE and on the page, without endorsement', () => {
  const notice = read('NOTICE').replaceAll(/\s+/g, ' ');
  expect(notice).toMatch(/Human Trafficking Case Data Standard.*CC BY 4\.0.*Not endorsed by IOM/);
  expect(notice).toMatch(/Counter Trafficking Data Collaborative/);
  expect(notice).toMatch(/Open Database License \(ODbL\) 1\.0/);
  const said = (language: string) =>
    (JSON.parse(read(`web/src/i18n/${language}/about.json`)) as { credits: Record<string, string> }).credits;
  const by = (key: string) => credits.find((c) => c.key === key)?.licence;
  expect([by('htcds'), by('areas')]).toEqual(['CC BY 4.0', 'ODbL 1.0']);
  for (const one of [said('id'), said('en')]) {
    expect(one['areas']).toMatch(/Open Database License/);
    expect(one['htcds']).toMatch(/IOM/);
    expect(one['ctdc']).toMatch(/Counter Trafficking Data Collaborative/);
  }
  expect(said('id')['htcds']).toMatch(/tidak mendukung/);
  expect(said('en')['htcds']).toMatch(/not imply any endorsement/);
});
