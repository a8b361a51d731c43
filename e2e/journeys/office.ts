/** The first day of an office: from `found` to the first rows of an agency. Specs accounts.md and clearing.md. */
import { afterAll, beforeAll, expect } from 'vitest';
import { journey } from '../journey.ts';
import * as first from '../pages/first-visit.ts';
import * as intake from '../pages/intake.ts';
import { inside, rail, title } from '../pages/shell.ts';
import { type Started, startSimpul } from '../simpul.ts';

const quarter = '2024-Q4';
const agency = 'Subdit IV Renakta Ditreskrimum Polda Kalimantan Timur (Renakta Polda Kaltim)';
const secretary = { email: 'sekretariat@gugustugas.contoh.test', password: 'payung hijau tertawa sembilan' };
const contact = { email: 'renakta@polda.contoh.test', password: 'kapal kertas melompat jauh sekali' };

let office: Started;
beforeAll(async () => {
  office = await startSimpul(['--office'], /Simpul is ready: (\S+)/);
}, 300_000);
afterAll(() => office?.stop());

async function foundOffice(): Promise<string> {
  const said = await office.run(
    'found',
    '--tenant=64',
    '--name=Kalimantan Timur',
    '--zone=WITA',
    `--url=${office.url}`,
    `--email=${secretary.email}`,
    '--person=Sekretariat Gugus Tugas',
    '--basis=SK 100.3.3.1/K.1/2026',
  );
  return /\S+\/undangan#\S+/.exec(said)?.[0] ?? '';
}

journey(
  'an office is founded, its people enrol, and a first file is taken in',
  async (at) => {
    const secretariat = await at.visit({ baseURL: office.url });
    await first.acceptInvitation(secretariat, await foundOffice(), secretary.password);
    await first.enter(secretariat, secretary.email, secretary.password);
    // Whatever address is asked for: the second factor first, and the session stands.
    await title(secretariat).getByText('Aktifkan faktor kedua').waitFor();
    await secretariat.goto('/lembaga');
    await title(secretariat).getByText('Aktifkan faktor kedua').waitFor();
    expect(await rail(secretariat).count(), 'nothing else is offered').toBe(0);
    expect((await secretariat.request.get('/api/agencies')).status()).toBe(403);
    const { phone, recovery } = await first.enrol(secretariat, secretary.password);
    expect(new Set(recovery).size).toBe(10);
    // The codes stand there until they are kept.
    await secretariat.getByRole('button', { name: 'Selesai' }).click();
    await secretariat.getByText('Simpan kodenya, lalu beri tanda di atas').waitFor();
    await at.picture(secretariat, 'kantor kode pemulihan');
    await first.keepCodes(secretariat);
    await secretariat.waitForURL(/\/lembaga$/);
    await inside(secretariat).waitFor();
    await secretariat.goto('/pengaturan/faktor-kedua');
    await title(secretariat).getByText('Faktor kedua aktif').waitFor();
    expect(await secretariat.getByText(recovery[0] ?? '').count(), 'codes are shown once').toBe(0);
    // The first day is not empty: what others have published stands there, and the deadlines of the year.
    await secretariat.goto('/angka/terpublikasi');
    await secretariat.getByRole('heading', { name: /^\d+ angka$/ }).waitFor();
    await at.picture(secretariat, 'kantor angka terpublikasi');
    await secretariat.goto('/tenggat/semua');
    await secretariat
      .getByRole('row', { name: /Sampaikan laporan/ })
      .first()
      .waitFor();
    await secretariat.goto('/');
    await title(secretariat)
      .getByText(/tenggat/i)
      .waitFor();
    await at.picture(secretariat, 'kantor beranda');

    await secretariat.goto('/pengaturan/undangan/baru');
    await secretariat.getByLabel('Nama pejabat').fill('Kontak data Renakta');
    await secretariat.getByLabel('Surel dinas').fill(contact.email);
    await secretariat.getByLabel('Peran').selectOption({ label: 'Kontak data (PIC) lembaga' });
    await secretariat.getByLabel('Lembaga').selectOption({ label: agency });
    await secretariat.getByLabel('Dasar').fill('SK 100.3.3.1/K.2/2026');
    await secretariat.getByRole('button', { name: 'Buat undangan' }).click();
    await first.confirmByPhone(secretariat, phone);
    const link = await secretariat.getByText(/\/undangan#/).textContent();

    await secretariat.goto('/kliring');
    await secretariat.getByRole('button', { name: 'Buka triwulan' }).click();
    const dialog = secretariat.getByRole('dialog', { name: 'Buka triwulan' });
    await dialog.getByLabel('Triwulan yang dibuka').selectOption(quarter);
    await dialog.getByRole('button', { name: 'Buka triwulan' }).click();
    await secretariat.getByText('Triwulan IV 2024 terbuka').waitFor();

    const officer = await at.visit({ baseURL: office.url });
    await first.acceptInvitation(officer, link ?? '', contact.password);
    await first.enter(officer, contact.email, contact.password);
    await first.enrol(officer, contact.password);
    await first.keepCodes(officer);
    await inside(officer).waitFor();
    expect(new URL(officer.url()).pathname).toBe('/');
    expect(await intake.handIn(officer, 'polda-tw4-2024.csv', quarter)).toBe(false);
    const rows = await intake.takeIn(officer);
    expect(rows).toBeGreaterThan(0);
    await intake.answerFor(officer, rows);

    // The next sign-in asks for the phone.
    const again = await at.visit({ baseURL: office.url });
    await again.goto('/masuk');
    await first.enter(again, secretary.email, secretary.password);
    await again.getByRole('heading', { name: 'Kode kedua' }).waitFor();
    await again.getByLabel('Kode enam angka').fill(await phone.code());
    await again.getByRole('button', { name: 'Lanjut' }).click();
    await inside(again).waitFor();
    await secretariat.goto(`/kliring?periode=${quarter}`);
    const line = secretariat.getByRole('row', { name: /Renakta/ });
    await line.getByText(/disahkan/i).waitFor();
  },
  420_000,
);
