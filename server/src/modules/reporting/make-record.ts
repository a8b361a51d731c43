import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import { Letterhead, ReportBlock } from '@simpul/contract/reporting/content';
import type { MakeRecord, RecordLine, RecordList } from '@simpul/contract/reporting/report';
import type { Ref } from '@simpul/contract/route';
import type { Round } from '@simpul/contract/clearing/round';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import type { PaperInput } from '../../platform/documents/paper.ts';
import { dayInWords, longMoment, number as inFigures } from '../../platform/documents/words-id.ts';
import { AppError } from '../../platform/errors.ts';
import { findAgreedRound, listAgreedRounds, setRecordNumber } from '../clearing/index.ts';
import { findAgreedYear, getThreshold, ruleWords } from '../figures/index.ts';
import { nowOf } from './act-on-report.ts';
import { t } from './build/parts.ts';
import {
  smallCountNote,
  sourceColumns,
  sourceLines,
  sourceRows,
  unsignedWords,
} from './build/tables-source.ts';
import { paperHash } from './hash.ts';
import { numberFor } from './numbers.ts';
import { letterheadOf } from './settings.ts';
import { currentTemplate } from './templates.ts';
import { toBlocks } from './to-paper.ts';

export const RecordContent = z.object({
  year: z.number().int(),
  roundNumber: z.number().int(),
  areaName: z.string(),
  day: z.iso.date(),
  letterhead: Letterhead,
  blocks: z.array(ReportBlock),
  /** Offices that sign. */
  signers: z.array(z.string()),
});
export type RecordContent = z.infer<typeof RecordContent>;

const signedOff = (round: Round): string[] =>
  round.sources
    .filter((s) => s.signedOff)
    .map((s) => s.agencyName)
    .toSorted((a, b) => a.localeCompare(b, 'id'));

async function buildRecord(ctx: Ctx, round: Round): Promise<RecordContent> {
  const figures = await findAgreedYear(ctx, round.year);
  if (!figures || figures.round !== round.id || round.agreedAt === null)
    throw new AppError('wrong_state', { params: { reason: 'no_agreed_round', year: round.year } });
  const letterhead = await letterheadOf(ctx);
  const threshold = await getThreshold(ctx, 'P1');
  const day = dayIn(ctx.actor.zone, ctx.clock.now());
  const agreed = { cases: figures.cases.value, victims: figures.victims.value };
  const parties = signedOff(round);
  const unsigned = unsignedWords(round);
  const place = letterhead.place === '' ? '' : `, bertempat di ${letterhead.place}`;
  const at = longMoment(Temporal.Instant.from(round.agreedAt), ctx.actor.zone);
  const blocks: ReportBlock[] = [
    {
      kind: 'paragraph',
      parts: [
        t(
          `Pada hari ini, ${dayInWords(day)}${place}, Gugus Tugas Pencegahan dan Penanganan Tindak Pidana Perdagangan Orang ${ctx.actor.tenantName} menyatakan hasil kliring data kasus dan korban tahun ${round.year}.`,
        ),
      ],
    },
    ...(parties.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            parts: [t('Instansi yang kontak datanya menandatangani semua masanya:')],
          },
          { kind: 'list' as const, ordered: true, items: parties.map((p) => [t(`${p};`)]) },
        ]
      : []),
    { kind: 'paragraph', parts: [t('Dinyatakan hal-hal berikut.')] },
    {
      kind: 'list',
      ordered: true,
      items: [
        [
          t(
            `Angka sepakat tahun ${round.year} adalah ${inFigures(agreed.cases)} kasus dengan ${inFigures(agreed.victims)} korban, disepakati ${at} dalam putaran ${round.number}.`,
          ),
        ],
        [t(`Cara hitung: ${ruleWords(figures.victims)}.`)],
        [t('Selisih antara catatan setiap instansi dan angka sepakat tercantum dalam Tabel 1.')],
        ...(unsigned === undefined ? [] : [[t(unsigned)]]),
        [t('Angka sepakat hanya berubah melalui putaran kliring baru.')],
      ],
    },
    {
      kind: 'table',
      number: '1',
      caption: `Kasus dan korban tahun ${round.year} menurut sumber, sebelum dicocokkan`,
      source: `Sumber: kliring putaran ${round.number} tahun ${round.year}. Satu orang dapat dicatat beberapa instansi, jadi baris tidak berjumlah angka sepakat. ${smallCountNote(threshold)}`,
      columns: sourceColumns,
      rows: sourceRows(
        sourceLines(round, agreed, threshold),
        [t(inFigures(agreed.cases)), t(inFigures(agreed.victims))],
        `Putaran ${round.number}`,
      ),
    },
    {
      kind: 'paragraph',
      parts: [t('Demikian berita acara ini dibuat dengan sebenarnya untuk digunakan sebagaimana mestinya.')],
    },
  ];
  return {
    year: round.year,
    roundNumber: round.number,
    areaName: ctx.actor.tenantName,
    day,
    letterhead,
    blocks,
    signers: ['Walidata Gugus Tugas PP-TPPO', ...parties].slice(0, 24),
  };
}

/** Makes the berita acara of a year's agreed round; once, and never changed. */
export async function makeRecord(ctx: Ctx, { year }: z.infer<typeof MakeRecord>): Promise<Ref> {
  const round = await findAgreedRound(ctx, year);
  if (!round) throw new AppError('wrong_state', { params: { reason: 'no_agreed_round', year } });
  if (round.recordNumber !== null) throw new AppError('wrong_state', { params: { reason: 'record_made' } });
  const content = await buildRecord(ctx, round);
  const id = randomUUIDv7();
  const number = await numberFor(ctx, 'record', id);
  await ctx.client.query(
    `insert into reporting.record (id, tenant, round, year, number, content, sha256, template, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      ctx.actor.tenant,
      round.id,
      year,
      number,
      JSON.stringify(content),
      paperHash({ number, content }),
      await currentTemplate(ctx, 'record'),
      ctx.actor.id,
      nowOf(ctx),
    ],
  );
  await setRecordNumber(ctx, round.id, number);
  await ctx.audit({
    action: 'reporting.make_record',
    subject: { kind: 'record', id },
    detail: { year, number },
  });
  return { id };
}

export interface RecordRow {
  id: string;
  year: number;
  round: string;
  number: string;
  sha256: string;
  template: string | null;
  madeAt: Date;
}
const columns = 'id, year, round, number, sha256, template, made_at as "madeAt"';

export async function getRecord(ctx: Ctx, id: string): Promise<RecordRow & { content: RecordContent }> {
  const found = await ctx.client.query<RecordRow & { content: unknown }>(
    `select ${columns}, content from reporting.record where id = $1`,
    [id],
  );
  const row = found.rows[0];
  if (!row) throw new AppError('not_found');
  return { ...row, content: RecordContent.parse(row.content) };
}

/** Agreed rounds with their records, and records of rounds that a later one replaced. */
export async function listRecords(ctx: Ctx): Promise<z.infer<typeof RecordList>> {
  const rounds = await listAgreedRounds(ctx);
  const found = await ctx.client.query<RecordRow & { roundNumber: number }>(
    `select ${columns}, (content->>'roundNumber')::int as "roundNumber" from reporting.record order by year desc, made_at desc`,
  );
  const made = found.rows.map((r): RecordLine => ({
    id: r.id,
    year: r.year,
    round: r.round,
    roundNumber: r.roundNumber,
    number: r.number,
    madeAt: r.madeAt.toISOString(),
    sha256: r.sha256,
  }));
  const open = rounds
    .filter((r) => !made.some((m) => m.round === r.id))
    .map((r): RecordLine => ({
      id: null,
      year: r.year,
      round: r.id,
      roundNumber: r.number,
      number: null,
      madeAt: null,
      sha256: null,
    }));
  return {
    items: [...made, ...open].toSorted((a, b) => b.year - a.year || b.roundNumber - a.roundNumber),
    can: { make: ctx.can('clearing.round') },
  };
}

export function recordPaper(record: RecordRow & { content: RecordContent }, demo: boolean): PaperInput {
  const { content } = record;
  const { authority, office, address } = content.letterhead;
  return {
    kind: 'record',
    class: 'TERBATAS',
    demo,
    letterhead: { authority, office, address },
    number: record.number,
    hash: record.sha256,
    day: content.day,
    title: 'Berita acara',
    subtitle: `Kliring data kasus dan korban, putaran ${content.roundNumber} tahun ${content.year}`,
    runningTitle: `Berita acara kliring, putaran ${content.roundNumber} tahun ${content.year}`,
    opening: toBlocks(content.blocks, record.number),
    signatures: content.signers.map((signer) => ({ office: signer })),
  };
}
