/** The tags an office may use in its Word templates, and what each stands for. */
export interface TagMeaning {
  id: string;
  en: string;
  required?: boolean;
}

export const topTags: Record<string, TagMeaning> = {
  kelas: { id: 'kelas dokumen: PUBLIK, TERBATAS, RAHASIA', en: 'class of the document', required: true },
  judul: { id: 'judul', en: 'title', required: true },
  subjudul: { id: 'anak judul', en: 'subtitle' },
  judul_jalan: { id: 'judul pendek untuk kepala halaman', en: 'running title for the page header' },
  nomor_dokumen: { id: 'nomor dokumen', en: 'number of the document', required: true },
  tanggal: { id: 'tanggal, mis. 14 Januari 2027', en: 'date, e.g. 14 Januari 2027' },
  sidik: {
    id: 'sidik (SHA-256) pendek angka yang dibekukan',
    en: 'short hash of the frozen figures',
    required: true,
  },
  sidik_penuh: { id: 'sidik (SHA-256) lengkap', en: 'whole hash of the frozen figures' },
  kop_pemerintah: { id: 'baris pemerintah pada kop', en: 'letterhead: government' },
  kop_instansi: { id: 'baris instansi pada kop', en: 'letterhead: office' },
  kop_alamat: { id: 'alamat pada kop', en: 'letterhead: address' },
  lambang: { id: 'gambar lambang daerah', en: 'picture of the regional emblem' },
  daftar_isi: { id: 'daftar isi', en: 'table of contents' },
  pembuka: { id: 'isi sebelum bab pertama', en: 'text before the first chapter', required: true },
  kata_dokumen: { id: 'kata "Dokumen"', en: 'the word "Document"' },
  kata_nomor: { id: 'kata "Nomor"', en: 'the word "Number"' },
  kata_halaman: { id: 'kata "Halaman"', en: 'the word "Page"' },
  kata_dari: { id: 'kata "dari"', en: 'the word "of"' },
  kata_lampiran: { id: 'kata "Lampiran"', en: 'the word "Annex"' },
  kata_contoh: { id: 'kata "DATA CONTOH"', en: 'the words "INVENTED DATA"' },
};

const chapterTags: Record<string, TagMeaning> = {
  nomor: { id: 'nomor bab', en: 'number of the chapter' },
  judul: { id: 'judul bab', en: 'title of the chapter', required: true },
  isi: { id: 'isi bab', en: 'content of the chapter', required: true },
};
const side = (name: string): Record<string, TagMeaning> => ({
  [`ttd_${name}_tempat`]: { id: `tempat dan tanggal, ${name}`, en: `place and date, ${name}` },
  [`ttd_${name}_jabatan`]: { id: `jabatan, ${name}`, en: `office, ${name}` },
  [`ttd_${name}_nama`]: { id: `nama, ${name}`, en: `name, ${name}` },
  [`ttd_${name}_garis`]: {
    id: `titik-titik bila nama kosong, ${name}`,
    en: `dotted line when there is no name, ${name}`,
  },
  [`ttd_${name}_nip`]: { id: `NIP, ${name}`, en: `staff number, ${name}` },
});

export interface LoopMeaning extends TagMeaning {
  tags: Record<string, TagMeaning>;
}

/** {#bab} ... {/bab}: repeated, or shown only when it applies. */
export const loopTags: Record<string, LoopMeaning> = {
  bab: { id: 'setiap bab', en: 'each chapter', required: true, tags: chapterTags },
  lampiran: { id: 'setiap lampiran', en: 'each annex', required: true, tags: chapterTags },
  rincian: {
    id: 'setiap baris rincian di bawah judul',
    en: 'each particular below the title',
    tags: { label: { id: 'nama rincian', en: 'label' }, nilai: { id: 'isi rincian', en: 'value' } },
  },
  tanda_tangan: {
    id: 'setiap pasangan tanda tangan',
    en: 'each pair of signatures',
    required: true,
    tags: { ...side('kiri'), ...side('kanan') },
  },
  contoh: {
    id: 'hanya bila datanya contoh',
    en: 'only when the data are invented',
    required: true,
    tags: {},
  },
};
