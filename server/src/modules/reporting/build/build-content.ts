import { annexes, type AnnexKey, type ChapterKey, chapters } from '@simpul/contract/reporting/codes';
import type { ReportBlock, ReportContent } from '@simpul/contract/reporting/content';
import { dayIn } from '../../../platform/clock.ts';
import type { Gathered } from '../gather.ts';
import { annexRecord, annexSources } from './annexes.ts';
import { chapterCases } from './chapter-cases.ts';
import { chapterIntroduction, chapterLetter, chapterOutlook, chapterSummary } from './chapters.ts';
import { citations } from './parts.ts';

const titles: Record<ChapterKey, string> = {
  letter: 'Surat pengantar',
  summary: 'Ringkasan eksekutif',
  introduction: 'Pendahuluan',
  overview: 'Gambaran umum',
  cases: 'Kasus dan korban',
  subtaskforces: 'Pelaksanaan per sub gugus tugas',
  protection: 'Perlindungan korban',
  enforcement: 'Penegakan hukum',
  institutions: 'Kelembagaan dan kerja sama',
  budget: 'Anggaran',
  monev: 'Monitoring dan evaluasi kabupaten/kota',
  follow_up: 'Tindak lanjut',
  outlook: 'Kendala, rekomendasi, dan rencana',
};
const annexTitles: Record<AnnexKey, string> = {
  record: 'Berita acara kliring',
  sources: 'Cara hitung dan sumber angka',
};

/** The report of a year as data: parts with data are filled, the others stay empty and say so on paper. */
export function buildContent(g: Gathered): ReportContent {
  const c = citations();
  const cases = chapterCases(g, c);
  const filled: Partial<Record<ChapterKey, ReportBlock[]>> = {
    letter: chapterLetter(g),
    summary: chapterSummary(g, c),
    introduction: chapterIntroduction(g),
    cases,
    outlook: chapterOutlook(g),
  };
  const inAnnex: Record<AnnexKey, ReportBlock[]> = { record: annexRecord(g), sources: annexSources(g, c) };
  return {
    tenant: g.tenant,
    areaName: g.areaName,
    year: g.year,
    compiledAt: g.now.toString(),
    readOn: dayIn(g.zone, g.now),
    agreed: g.agreed !== undefined,
    letterhead: g.letterhead,
    chapters: chapters.map(({ key, number }) => ({
      key,
      number,
      title: key === 'outlook' ? `${titles[key]} ${g.year + 1}` : titles[key],
      blocks: filled[key] ?? [],
      text: null,
    })),
    annexes: annexes.map(({ key, number }) => ({
      key,
      number,
      title: annexTitles[key],
      blocks: inAnnex[key],
    })),
    figures: c.used(),
  };
}
