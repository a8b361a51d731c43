import type { PaperInput } from '../../src/platform/documents/paper.ts';
import { dayInWords } from '../../src/platform/documents/words-id.ts';

/** An invented official record of a clearing round. */
export const sampleRecord = {
  kind: 'record',
  class: 'TERBATAS',
  demo: true,
  letterhead: {
    authority: ['PEMERINTAH PROVINSI KALIMANTAN TIMUR'],
    office: ['GUGUS TUGAS PENCEGAHAN DAN PENANGANAN', 'TINDAK PIDANA PERDAGANGAN ORANG'],
    address: 'Jalan Gajah Mada Nomor 2, Samarinda 75121',
  },
  number: '400.2.1/17/GT-TPPO/2026',
  hash: `5be0a1c4${'0'.repeat(52)}77ef`,
  day: '2026-11-25',
  title: 'Berita acara',
  subtitle: 'Kliring data kasus dan korban, putaran III tahun 2026',
  runningTitle: 'Berita acara kliring putaran III/2026',
  opening: [
    {
      kind: 'paragraph',
      text: `Pada hari ini, ${dayInWords('2026-11-25')}, bertempat di Samarinda, kami yang bertanda tangan di bawah ini, masing-masing untuk dan atas nama instansi:`,
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        'Dinas Kependudukan, Pemberdayaan Perempuan dan Perlindungan Anak Provinsi Kalimantan Timur, selaku walidata;',
        'Kepolisian Daerah Kalimantan Timur;',
        'Dinas Sosial Provinsi Kalimantan Timur;',
        'Balai Pelayanan Pelindungan Pekerja Migran Indonesia;',
      ],
    },
    {
      kind: 'paragraph',
      text: 'telah mencocokkan catatan keempat instansi dan menyatakan hal-hal sebagai berikut.',
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        'Angka sepakat masa Januari–September 2026 adalah 11 kasus dan 19 korban.',
        'Tiga puluh satu catatan ganda digabung; dua pasangan belum diputus dan dihitung terpisah.',
        'Selisih antara catatan setiap instansi dan angka sepakat tercantum dalam Tabel 1.',
      ],
    },
    {
      kind: 'table',
      number: '1',
      caption: 'Selisih menurut sumber',
      columns: [
        { label: 'Sumber' },
        { label: 'Kasus', align: 'end' },
        { label: 'Korban', align: 'end' },
        { label: 'Selisih korban', align: 'end' },
        { label: 'Sebab' },
      ],
      rows: [
        { cells: ['Simfoni PPA', '8', '15', '−4', 'Rujukan September belum masuk'] },
        { cells: ['Polda Kalimantan Timur', '10', '17', '−2', 'Dihitung menurut tahun laporan polisi'] },
        { cells: ['Dinas Sosial', '11', '16', '−3', 'Hanya penerima layanan'] },
        { cells: ['BP3MI', '6', '6', '−13', 'Hanya pekerja migran'] },
        { cells: ['Angka sepakat', '11', '19', '', ''], total: true },
      ],
      source: 'Sumber: kliring putaran III/2026, keadaan 25 November 2026 pukul 10.00 WITA.',
    },
    {
      kind: 'paragraph',
      text: 'Demikian berita acara ini dibuat dengan sebenarnya untuk digunakan sebagaimana mestinya.',
    },
  ],
  signatures: [
    { office: 'Walidata, DKP3A Provinsi Kalimantan Timur' },
    { office: 'Polda Kalimantan Timur' },
    { office: 'Dinas Sosial Provinsi Kalimantan Timur' },
    { office: 'BP3MI' },
  ],
} satisfies PaperInput;
