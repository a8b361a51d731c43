import { expect } from 'vitest';
import { journey } from '../journey.ts';
import { giveCode, giveCredentials, readCode, signIn } from '../pages/door.ts';
import { inside, signOut } from '../pages/shell.ts';

journey('a wrong password is refused, and after several the account waits', async (at) => {
  const page = await at.visit();
  await page.goto('/');
  await page.waitForURL('**/masuk');
  const alert = page.getByRole('alert');
  await giveCredentials(page, 'shelter-manager', 'bukan kata sandinya');
  await alert.getByText('Surel atau kata sandi tidak cocok').waitFor();
  for (let i = 0; i < 6 && !(await alert.getByText('Terlalu banyak percobaan').isVisible()); i++) {
    const answered = page.waitForResponse(/sign-in\/email/);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await answered;
    await alert.waitFor();
  }
  await alert.getByText('Terlalu banyak percobaan').waitFor();
  // While it waits the right password is refused too, and another account is not touched.
  await giveCredentials(page, 'shelter-manager', at.password);
  await alert.getByText('Terlalu banyak percobaan').waitFor();
  await giveCredentials(page, 'social-worker', at.password);
  await inside(page).waitFor();
});

journey('a second factor stands between password and data, and a code works once', async (at) => {
  const page = await at.visit();
  await page.goto('/masuk');
  await giveCredentials(page, 'sysadmin', at.password);
  await page.getByRole('heading', { name: 'Kode kedua' }).waitFor();
  const me = await page.request.get('/api/accounts/me');
  expect(me.status()).toBe(401);
  const code = await readCode(page);
  const wrong = code === '000000' ? '000001' : '000000';
  await giveCode(page, wrong);
  await page.getByText('Kode tidak cocok').waitFor();
  await giveCode(page, code);
  await inside(page).waitFor();
  // The same code again, in another window.
  const second = await at.visit();
  await second.goto('/masuk');
  await giveCredentials(second, 'sysadmin', at.password);
  await giveCode(second, code);
  await second.getByText('Kode tidak cocok').waitFor();
});

journey('sessions are listed and ended, and an ended one is back at the door', async (at) => {
  const desk = await signIn(at, 'psychologist');
  const phone = await signIn(at, 'psychologist', { viewport: { width: 360, height: 740 } });
  await desk.goto('/pengaturan/sesi');
  await desk.getByRole('heading', { name: 'Anda masuk di 2 perangkat' }).waitFor();
  await desk.getByRole('button', { name: /^Akhiri sesi di/ }).click();
  const dialog = desk.getByRole('dialog', { name: 'Akhiri sesi ini?' });
  await dialog.getByRole('button', { name: 'Akhiri', exact: true }).click();
  await desk.getByText('Sesi diakhiri').waitFor();
  await desk.getByRole('heading', { name: 'Anda masuk di 1 perangkat' }).waitFor();
  await phone.goto('/pengaturan/sesi');
  await phone.waitForURL(/\/masuk\?/);
  // Signing in brings one back to where one was going.
  await giveCredentials(phone, 'psychologist', at.password);
  await phone.waitForURL(/\/pengaturan\/sesi/);
  await signOut(desk);
  await desk.goBack();
  await desk.waitForURL(/\/masuk/);
});
