/** A task force with something of everything, so that no request meets an empty house. */
import type { Who } from './fuzz-requests.ts';
import { call, exampleFiles, handIn, openDesk, reachReview, readExample, takeIn } from './main-job.ts';
import type { Person, World } from './world.ts';

const make = (world: World, person: Person, url: string, body: unknown): Promise<{ id: string }> =>
  call(world, person, 'POST', url, body);

/** By token: what asks for the person in front of the screen, and so shows a person, stays shut. */
function byToken({ cookie: _session, ...person }: Person): Person {
  return person;
}

/** Round, imports, reports, invitations and days, and who may call for them. */
export async function deskOfEverything(world: World): Promise<Record<Who, Person | null>> {
  const desk = await openDesk(world);
  await reachReview(world, desk);
  const secretariat = await world.person('tf_secretariat', { stepUp: true });
  const sysadmin = await world.person('sysadmin', { stepUp: true });
  // An agency that signed nothing: one file is taken in, whose rows wait, and one is still asked about.
  const [fourth] = await world.asOwner(
    'select id::text as id from agencies.agency where not id = any ($1::uuid[]) order by id limit 1',
    [Object.values(desk.contacts).map((person) => person.agency)],
  );
  const contact = await world.person('data_contact', { agency: String(fourth?.['id']) });
  const { 'polda-kaltim-renakta': csv, 'uptd-ppa-kaltim': xlsx } = exampleFiles;
  await takeIn(world, contact, await handIn(world, contact, readExample(xlsx)));
  await handIn(world, contact, readExample(csv));
  for (const year of [2023, 2024]) await make(world, secretariat, '/reporting/reports', { year });
  await make(world, secretariat, '/figures', {
    topic: 'trafficking',
    unit: 'victim',
    areaCode: '64',
    periodFrom: '2022-01-01',
    periodTo: '2022-12-31',
    asOf: '2023-01-15',
    value: 12,
    dimensions: {},
    yearBasis: null,
    countingRule: 'Korban menurut tahun laporan polisi',
    source: 'Polda contoh',
    sourceTitle: 'Siaran pers akhir tahun',
    sourceDay: '2023-01-20',
    sourceUrl: 'https://contoh.test/siaran',
    series: null,
    reading: 'primary',
    note: null,
    parts: null,
  });
  await make(world, secretariat, '/duties/deadlines', {
    kind: 'tpks_pass_to_police',
    subject: { kind: 'report', id: 'uji', label: 'uji' },
    anchorAt: '2026-11-25T00:00:00Z',
  });
  for (const role of ['tf_member', 'governor', 'auditor']) {
    const { id } = await world.person(role);
    await make(world, sysadmin, '/accounts/invitations', {
      email: `${id}@undangan.test`,
      name: 'Pejabat uji',
      role,
      basis: 'uji',
    });
  }
  return {
    nobody: null,
    member: await world.person('tf_member'),
    steward: byToken(desk.steward),
    contact,
    secretariat,
    chair: await world.person('tf_executive_chair', { stepUp: true }),
    sysadmin,
  };
}

const sources = {
  '/clearing/pairs/': 'select id from clearing.pair',
  '/clearing/rounds/': 'select id from clearing.round',
  '/clearing/imports/': 'select id from clearing.import',
  '/clearing/rows/': 'select id from clearing.source_row order by id desc limit 20',
  '/agencies/': 'select id from agencies.agency',
  // Who calls in this test stays: somebody suspended calls nothing more.
  '/accounts/people/': "select person as id from accounts.role_grant where role in ('governor', 'auditor')",
  '/accounts/grants/': "select id from accounts.role_grant where role in ('governor', 'auditor')",
  '/accounts/invitations/': 'select id from accounts.invitation',
  '/figures/': 'select id from figures.figure',
  '/reporting/reports/': 'select id from reporting.report',
  '/duties/deadlines/': 'select id from duties.deadline',
  '/jobs/': 'select id from platform.job',
} as const;

/** Ids that exist, by the path that speaks of them. */
export async function idsByPath(world: World): Promise<Record<string, string[]>> {
  const found = Object.entries(sources).map(async ([path, sql]): Promise<[string, string[]]> => [
    path,
    (await world.asOwner(sql)).map((row) => String(row['id'])),
  ]);
  return Object.fromEntries(await Promise.all(found));
}
