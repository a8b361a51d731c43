/**
 * The papers of the demonstration: figures others have published, the legal basis the sources tell, the official
 * record and the signed report of the first cleared year, and a draft of the next.
 */
import { actorOf, findWho } from '../src/platform/auth/who.ts';
import type { Ctx, Services } from '../src/platform/context.ts';
import { runAs } from '../src/platform/run-as.ts';
import { loadPublishedFigures } from '../src/modules/figures/index.ts';
import {
  changePaperSettings,
  createReport,
  loadKnownBasis,
  makeRecord,
  signReport,
} from '../src/modules/reporting/index.ts';

interface People {
  secretariat: string;
  steward: string;
  chair: string;
}

export async function seedPapers(services: Services, people: People): Promise<void> {
  const as = async <T>(person: string, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
    const who = await findWho(services.authPool, person);
    const actor = who && actorOf(who, undefined, { id: null, stepUpAt: null });
    if (!actor) throw new Error('a person of the demonstration has no valid role');
    return runAs(services, actor, work);
  };
  await as(people.secretariat, async (ctx) => {
    await loadPublishedFigures(ctx);
    await loadKnownBasis(ctx);
    await changePaperSettings(ctx, {
      authority: ['PEMERINTAH PROVINSI KALIMANTAN TIMUR'],
      office: ['GUGUS TUGAS PENCEGAHAN DAN PENANGANAN', 'TINDAK PIDANA PERDAGANGAN ORANG'],
      address: 'Jalan Gajah Mada Nomor 2, Samarinda 75121',
      place: 'Samarinda',
      addressee: 'Gubernur Kalimantan Timur',
      copies: [
        'Wakil Gubernur Kalimantan Timur',
        'Sekretaris Daerah Provinsi Kalimantan Timur',
        'Kepala Bappeda Provinsi Kalimantan Timur',
        'Gugus Tugas Pusat PP-TPPO',
      ],
      numberPattern: '{urut}/GT-TPPO/{bulan}/{tahun}',
      version: 0,
    });
  });
  await as(people.steward, (ctx) => makeRecord(ctx, { year: 2022 }));
  const first = await as(people.secretariat, (ctx) => createReport(ctx, { year: 2022 }));
  await as(people.chair, (ctx) => signReport(ctx, { id: first.id, version: first.version ?? 1 }));
  await as(people.secretariat, (ctx) => createReport(ctx, { year: 2023 }));
}
