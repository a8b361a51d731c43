import { expect } from 'vitest';
import { journey } from '../journey.ts';
import { signIn } from '../pages/door.ts';
import { railEntries } from '../pages/shell.ts';

/** Who may not use a page, the entry of the rail they must not see, and where it would lead. */
const closed: [login: string, entry: string, address: string][] = [
  ['tf-member', 'Impor', '/impor'],
  ['data-steward', 'Impor', '/impor'],
  ['village-officer', 'Verifikasi', '/verifikasi'],
  ['sysadmin', 'Verifikasi', '/verifikasi'],
  ['tf-chair', 'Verifikasi', '/verifikasi'],
];

for (const [login, entry, address] of closed)
  journey(`${login} sees neither "${entry}" in the rail nor its page`, async (at) => {
    const page = await signIn(at, login);
    expect(await railEntries(page)).not.toContain(entry);
    await page.goto(address);
    await page
      .getByText(/Anda tidak berhak membuka ini|Tidak ada apa-apa di alamat ini/)
      .first()
      .waitFor();
  });
