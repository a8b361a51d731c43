import { expect } from 'vitest';
import { journey } from '../journey.ts';
import { confirmSelf, signIn } from '../pages/door.ts';
import { inside, title } from '../pages/shell.ts';

const newPassword = 'payung hijau tertawa sembilan';

journey('a planner is invited, signs in, gets and loses a role, and is suspended', async (at) => {
  const email = `perencana-${Date.now()}@dinas.contoh.test`;
  const secretariat = await signIn(at, 'tf-secretariat');
  await secretariat.goto('/pengaturan/undangan/baru');
  await secretariat.getByLabel('Nama pejabat').fill('Rina Wulandari');
  await secretariat.getByLabel('Surel dinas').fill(email);
  await secretariat.getByLabel('Peran').selectOption({ label: 'Perencana (Bappeda)' });
  await secretariat.getByLabel('Dasar').fill('SK 100.3.3.1/K.1/2026');
  await secretariat.getByRole('button', { name: 'Buat undangan' }).click();
  await confirmSelf(secretariat, at.password);
  const link = await secretariat.getByText(/\/undangan#/).textContent();

  const planner = await at.visit();
  await planner.goto(`/undangan#${(link ?? '').split('#')[1] ?? ''}`);
  await planner.getByLabel('Kata sandi baru', { exact: true }).fill(newPassword);
  await planner.getByLabel('Ulangi kata sandi baru').fill(newPassword);
  await planner.getByRole('button', { name: 'Buat akun' }).click();
  await planner.getByRole('heading', { name: 'Akun Anda siap' }).waitFor();
  await planner.getByText(`Masuk dengan ${email}`).waitFor();
  await planner.getByRole('button', { name: 'Masuk', exact: true }).click();
  await planner.getByLabel('Surel dinas').fill(email);
  await planner.getByLabel('Kata sandi', { exact: true }).fill(newPassword);
  await planner.getByRole('button', { name: 'Masuk', exact: true }).click();
  await inside(planner).waitFor();

  await secretariat.goto('/pengaturan/orang');
  await secretariat.getByLabel('Cari nama atau surel').fill(email);
  await secretariat.keyboard.press('Enter');
  await secretariat.getByRole('heading', { name: '1 akun' }).waitFor();
  await secretariat.getByRole('link', { name: 'Rina Wulandari' }).click();
  await title(secretariat).getByText('Rina Wulandari').waitFor();
  expect(secretariat.url()).not.toContain('Rina');
  await secretariat.getByRole('button', { name: 'Beri peran' }).click();
  const dialog = secretariat.getByRole('dialog');
  await dialog.getByLabel('Peran').selectOption({ label: 'Anggota Gugus Tugas' });
  await dialog.getByLabel('Dasar').fill('SK 100.3.3.1/K.2/2026');
  await dialog.getByRole('button', { name: 'Beri peran' }).click();
  const roles = secretariat.getByRole('region', { name: 'Peran yang berlaku' });
  await roles.getByText('Anggota Gugus Tugas').waitFor();
  await roles
    .getByRole('row', { name: /Anggota Gugus Tugas/ })
    .getByRole('button', { name: 'Akhiri' })
    .click();
  await dialog.getByLabel('Alasan peran diakhiri').fill('Pindah tugas');
  await dialog.getByRole('button', { name: 'Akhiri peran' }).click();
  await secretariat.getByText(/oleh Sekretariat Gugus Tugas: Pindah tugas/).waitFor();

  await secretariat.getByRole('button', { name: 'Tangguhkan' }).click();
  await dialog.getByLabel('Alasan penangguhan').fill('Cuti panjang');
  await dialog.getByRole('button', { name: 'Tangguhkan akun' }).click();
  await secretariat.getByText(/Ditangguhkan sejak .*: Cuti panjang/).waitFor();
  await planner.goto('/tenggat');
  await planner.waitForURL(/\/masuk/);
});
