import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Import } from '@simpul/contract/clearing/import';
import type { Round } from '@simpul/contract/clearing/round';
import {
  call,
  type Desk,
  exampleFiles,
  handIn,
  openDesk,
  period,
  readExample,
  takeIn,
  upload,
} from '../../../test/main-job.ts';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import type { Pool } from '../../platform/db/connect.ts';
import { loginPool } from '../../prepare.ts';

let world: World;
let desk: Desk;
let police: Person;
beforeAll(async () => {
  world = await createWorld();
  desk = await openDesk(world);
  police = desk.contacts['polda-kaltim-renakta'];
});
afterAll(() => world.close());

function queuePool({ app }: World): Pool {
  const { host = '', port = 5432, database = '' } = app.services.gate.pool.options;
  return loginPool(
    { address: { host, port, database }, passwords: inject('database').passwords },
    'simpul_worker',
    1,
  );
}

const file = () => readExample(exampleFiles['polda-kaltim-renakta']);
const importOf = (id: string) => call<Import>(world, police, 'GET', `/clearing/imports/${id}`);
const rows = async () =>
  (await world.asOwner('select count(*)::int as n from clearing.source_row'))[0]?.['n'] as number;

/** As under Pekerjaan: by the person who began it. */
async function stopJob(person: Person, job: string | null): Promise<void> {
  await call(world, person, 'POST', `/jobs/${job ?? ''}/cancel`);
}
const stateOfJob = async (job: string | null) =>
  (await world.asOwner('select state from platform.job where id = $1', [job]))[0]?.['state'];

/** Has somebody press cancel while the work runs: at the first progress that is told. */
const cancelWhileRunning = (task: string) =>
  world.asOwner(
    `create or replace function platform.uji_batal() returns trigger language plpgsql as $f$
       begin if new.task = '${task}' and new.done is distinct from old.done then new.cancel_requested := true; end if; return new; end $f$;
     create or replace trigger uji_batal before update on platform.job for each row execute function platform.uji_batal()`,
  );
const leaveRunning = () => world.asOwner('drop trigger uji_batal on platform.job');

describe('CLR-49 a job stopped under Pekerjaan', () => {
  test('before a file was looked at lays the import aside', async () => {
    const id = await upload(world, police, file());
    const made = await call<{ id: string }>(world, police, 'POST', '/clearing/imports', { file: id, period });
    await stopJob(police, (await importOf(made.id)).job);
    await world.work();
    const found = await importOf(made.id);
    expect(await stateOfJob(found.job)).toBe('cancelled');
    expect(found).toMatchObject({ state: 'cancelled', can: { accept: false, cancel: false } });
  });

  test('while a file is looked at does the same', async () => {
    await cancelWhileRunning('clearing.check_import');
    const id = await upload(world, police, file());
    const made = await call<{ id: string }>(world, police, 'POST', '/clearing/imports', { file: id, period });
    await world.work();
    await leaveRunning();
    expect(await importOf(made.id)).toMatchObject({ state: 'cancelled', refusals: [] });
  });

  test('before and while rows are taken in leaves the checked file, which may be taken in again', async () => {
    const found = await handIn(world, police, file());
    const accept = async (version: number) => {
      await call(world, police, 'POST', `/clearing/imports/${found.id}/accept`, { version });
    };
    await accept(found.version);
    await stopJob(police, (await importOf(found.id)).job);
    await world.work();
    const first = await importOf(found.id);
    expect(first).toMatchObject({ state: 'checked', rowsReady: found.rowsReady, can: { accept: true } });
    expect(await stateOfJob(first.job)).toBe('cancelled');

    await accept(first.version);
    await cancelWhileRunning('clearing.accept_import');
    await world.work();
    await leaveRunning();
    const second = await importOf(found.id);
    expect(second).toMatchObject({ state: 'checked', can: { accept: true } });
    expect(await rows()).toBe(0);

    await takeIn(world, police, second);
    expect(await rows()).toBe(found.rowsReady);
  });

  test('before and while pairs are searched lays the round aside, and another may be opened', async () => {
    const unit = desk.contacts['uptd-ppa-kaltim'];
    await takeIn(world, unit, await handIn(world, unit, readExample(exampleFiles['uptd-ppa-kaltim'])));
    for (const person of [police, unit]) {
      await call(world, person, 'POST', '/clearing/rows/confirm', { period });
      await call(world, person, 'POST', '/clearing/sign-offs', { period });
    }
    const open = async () =>
      (await call<{ id: string }>(world, desk.steward, 'POST', '/clearing/rounds', { year: 2024 })).id;
    const round = (id: string) => call<Round>(world, desk.steward, 'GET', `/clearing/rounds/${id}`);

    const first = await open();
    const [job] = await world.asOwner('select job from clearing.round where id = $1', [first]);
    await stopJob(desk.steward, String(job?.['job']));
    await world.work();
    expect(await round(first)).toMatchObject({ state: 'cancelled' });

    await cancelWhileRunning('clearing.match_round');
    const second = await open();
    await world.work();
    await leaveRunning();
    expect(await round(second)).toMatchObject({ state: 'cancelled', pairs: null });
    expect(await world.asOwner('select 1 from clearing.round_row where round = $1', [second])).toEqual([]);

    const third = await open();
    await world.work();
    expect(await round(third)).toMatchObject({ state: 'review', number: 3 });
  });
});

test('CLR-49 work that fails for good says so on the import instead of running for ever', async () => {
  const lawyers = desk.contacts['lbh-kaltim'];
  const found = await handIn(world, lawyers, readExample(exampleFiles['lbh-kaltim']));
  await call(world, lawyers, 'POST', `/clearing/imports/${found.id}/accept`, { version: found.version });
  await world.asOwner(
    `create function platform.uji_gagal() returns trigger language plpgsql as $f$ begin raise exception 'uji'; end $f$;
     create trigger uji_gagal before insert on clearing.source_row for each row execute function platform.uji_gagal()`,
  );
  // The queue waits longer before each further try.
  const queue = queuePool(world);
  for (let i = 0; i < 3; i++) {
    await queue.query('update graphile_worker._private_jobs set run_at = now()');
    await world.work();
  }
  await queue.end();
  await world.asOwner('drop trigger uji_gagal on clearing.source_row');
  const now = await call<Import>(world, lawyers, 'GET', `/clearing/imports/${found.id}`);
  expect(now).toMatchObject({ state: 'failed', can: { cancel: true } });
  expect(await stateOfJob(now.job)).toBe('failed');
});
