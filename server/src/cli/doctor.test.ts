import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { doctor } from './doctor.ts';

test('where nothing is installed the doctor says so and finds no fault', async () => {
  vi.stubEnv('DATABASE_URL', '');
  const home = path.join(tmpdir(), 'simpul-tidak-ada');
  expect(fs.existsSync(home)).toBe(false);
  await expect(doctor(['--home', home])).rejects.toThrow(
    `There is no installation in ${home}, so there is nothing to check. Name another home with --home.`,
  );
  vi.stubEnv('SIMPUL_HOME', home);
  await expect(doctor([])).rejects.toThrow('The demonstration: npx simpul doctor --demo');
  vi.unstubAllEnvs();
});
