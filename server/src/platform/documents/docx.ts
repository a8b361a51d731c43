import { readFile } from 'node:fs/promises';
import { TemplateHandler, TemplateSyntaxError, type TemplateData } from 'easy-template-x';
import JSZip from 'jszip';
import { blocksXml, contentsXml, type BesideText, type TextFrame } from './docx-blocks.ts';
import { finishDocx } from './docx-finish.ts';
import { styleIds } from './docx-styles.ts';
import { escapeXml, mm } from './docx-xml.ts';
import { imageSize } from './image-size.ts';
import { fileError, type FileMessageCode } from './messages.ts';
import { paperView, type ChapterView, type PaperView } from './paper-view.ts';
import type { PaperData, PaperInput } from './paper.ts';

const files = { report: 'laporan-januari.docx', record: 'berita-acara.docx' } as const;

/** The Word template that comes with the program, for an office to change. */
export const defaultTemplate = (kind: PaperData['kind']): Promise<Uint8Array> =>
  readFile(new URL(`../../../templates/${files[kind]}`, import.meta.url));

/** The paper as a Word file, poured into the office's template or ours; equal data give equal bytes. */
export async function renderDocx(data: PaperInput, template?: Uint8Array): Promise<Uint8Array> {
  const view = paperView(data);
  const bytes = Buffer.from(template ?? (await defaultTemplate(view.kind)));
  const beside: BesideText = { charts: [], numberedLists: 0 };
  const frame = await textFrame(bytes);
  const filled = await fill(bytes, docxData(view, frame, beside));
  return finishDocx(filled, view, { beside, frame });
}

async function fill(template: Buffer, data: TemplateData): Promise<Buffer> {
  try {
    return await newHandler().process(template, data);
  } catch (error) {
    const loop = loopProblem(error);
    if (loop) throw fileError('invalid', loop.code, loop.params);
    throw error;
  }
}

/** Loops whose two ends do not belong together come to light only by running them. */
export function loopProblem(error: unknown): { code: FileMessageCode; params: { tag: string } } | undefined {
  if (!(error instanceof TemplateSyntaxError)) return undefined;
  const tag = /\{[^}]*\}/.exec(error.message)?.[0] ?? '';
  return {
    code: error.message.includes('content control') ? 'template.control' : 'template.loop',
    params: { tag },
  };
}

export const newHandler = (): TemplateHandler => new TemplateHandler({ maxXmlDepth: 60 });

/** Tags to values; every tag has one, so that an inner tag never takes the value of an outer one. */
export function docxData(view: PaperView, frame: TextFrame, beside: BesideText): TemplateData {
  const writer = { frame, words: view.words, beside };
  const rawXml = (xml: string) => ({ _type: 'rawXml', xml, replaceParagraph: true }) as const;
  const raw = (blocks: PaperView['opening']) => rawXml(blocksXml(blocks, writer));
  const chapter = (c: ChapterView) => ({ nomor: c.number, judul: c.title, isi: raw(c.blocks) });
  return {
    kelas: view.className,
    contoh: view.demo,
    judul: view.title,
    subjudul: view.subtitle,
    judul_jalan: view.runningTitle,
    nomor_dokumen: view.number,
    tanggal: view.longDay,
    sidik: view.shortHash,
    sidik_penuh: view.hash,
    kop_pemerintah: view.letterhead.authority.join('\n'),
    kop_instansi: view.letterhead.office.join('\n'),
    kop_alamat: view.letterhead.address,
    lambang: emblemImage(view),
    rincian: view.facts.map((f) => ({ label: f.label, nilai: f.value })),
    daftar_isi: rawXml(
      view.contents ? contentsXml([...view.chapters, ...view.annexes], view.words.contents) : '',
    ),
    pembuka: raw(view.opening),
    bab: view.chapters.map(chapter),
    tanda_tangan: signaturePairs(view),
    lampiran: view.annexes.map(chapter),
    kata_dokumen: view.words.document,
    kata_nomor: view.words.number,
    kata_halaman: view.words.page,
    kata_dari: view.words.of,
    kata_lampiran: view.words.annex,
    kata_contoh: view.words.demo,
  } as TemplateData;
}

function signaturePairs(view: PaperView): Record<string, string>[] {
  const all = view.signatures;
  const cells = all.length === 1 ? [undefined, all[0]] : all;
  const pairs: Record<string, string>[] = [];
  for (let i = 0; i < cells.length; i += 2) {
    const [left, right] = [cells[i], cells[i + 1]];
    // Where one of the two has a place line the other keeps the line free, so that both stand level.
    const free = left?.place || right?.place ? '\u00a0' : '';
    pairs.push({ ...signature('kiri', left, free), ...signature('kanan', right, free) });
  }
  return pairs;
}

const signature = (side: string, s: PaperView['signatures'][number] | undefined, free: string) => ({
  [`ttd_${side}_tempat`]: s?.place || free,
  [`ttd_${side}_jabatan`]: s?.office ?? '',
  [`ttd_${side}_nama`]: s?.name ?? '',
  [`ttd_${side}_garis`]: s && s.name === '' ? '(…………………………………)' : '',
  [`ttd_${side}_nip`]: s?.idNumber ? `NIP ${s.idNumber}` : '',
});

function emblemImage(view: PaperView) {
  const { emblem } = view.letterhead;
  if (!emblem) return '';
  const source = Buffer.from(emblem.base64, 'base64');
  const { width, height } = imageSize(source, emblem.mime);
  // easy-template-x puts the alternative text into its markup as it is.
  // In pixels of 1/96 inch: 18 mm high, no wider than its column.
  const tall = Math.min(68, (68 * height) / width);
  return {
    _type: 'image',
    source,
    format: emblem.mime,
    width: (tall * width) / height,
    height: tall,
    altText: escapeXml(emblem.alt),
  };
}

const attribute = (xml: string | undefined, name: string): number | undefined => {
  const found = xml ? new RegExp(`w:${name}="(-?\\d+)"`).exec(xml)?.[1] : undefined;
  return found === undefined ? undefined : Number(found);
};

/** How wide the text stands in this template: page, margins, and indent of the body style as the office set them. */
export async function textFrame(template: Uint8Array): Promise<TextFrame> {
  const zip = await JSZip.loadAsync(template);
  const document = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
  const size = document.match(/<w:pgSz [^>]*>/g)?.at(-1);
  const margins = document.match(/<w:pgMar [^>]*>/g)?.at(-1);
  const body = new RegExp(`<w:style [^>]*w:styleId="${styleIds.body}".*?</w:style>`, 's').exec(styles)?.[0];
  const given = /<w:ind [^>]*>/.exec(body ?? '')?.[0];
  // LibreOffice writes "start" where Word writes "left".
  const indent = Math.max(0, attribute(given, 'left') ?? attribute(given, 'start') ?? 0);
  const text =
    (attribute(size, 'w') ?? mm(210)) -
    (attribute(margins, 'left') ?? mm(24)) -
    (attribute(margins, 'right') ?? mm(20));
  return { indent, width: Math.max(mm(60), text - indent) };
}
