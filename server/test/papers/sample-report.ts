import type { PaperInput } from '../../src/platform/documents/paper.ts';

/** An invented page of a January report: the measure for how both renderers look. */
export const sampleReport = {
  kind: 'report',
  class: 'TERBATAS',
  demo: true,
  letterhead: {
    authority: ['PEMERINTAH PROVINSI KALIMANTAN TIMUR'],
    office: ['GUGUS TUGAS PENCEGAHAN DAN PENANGANAN', 'TINDAK PIDANA PERDAGANGAN ORANG'],
    address: 'Jalan Gajah Mada Nomor 2, Samarinda 75121',
  },
  number: '2026-01/r3',
  hash: `9c417be2${'0'.repeat(52)}05da`,
  day: '2027-01-14',
  title: 'Laporan Kinerja Gugus Tugas PP-TPPO tahun 2026',
  runningTitle: 'Laporan Kinerja Gugus Tugas PP-TPPO, tahun 2026',
  facts: [
    { label: 'Disampaikan kepada', value: 'Gubernur Kalimantan Timur' },
    { label: 'Masa laporan', value: '1 Januari–31 Desember 2026' },
  ],
  chapters: [
    {
      number: 'III',
      title: 'Kasus dan korban',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Sepanjang 2026 gugus tugas mencatat 13 kasus dengan 23 korban, setelah empat sumber dicocokkan dan disepakati. Angka tahun 2025 adalah 11 kasus dengan 19 korban. Kenaikan ini tidak dapat dibedakan dari perbaikan pencatatan.',
        },
        {
          kind: 'bars',
          number: '3.1',
          caption: 'Korban lebih banyak daripada kasus, dan jaraknya melebar sejak 2024',
          alt: 'Diagram batang kasus dan korban 2021 sampai 2026: 2 dan 2, 6 dan 10, 3 dan 4 (sampai 1 Juni 2023), 8 dan 15, 11 dan 19, 13 dan 23.',
          series: [{ label: 'kasus' }, { label: 'korban' }],
          points: [
            { label: '2021', hollow: true, values: [2, 2] },
            { label: '2022', hollow: true, values: [6, 10] },
            { label: '2023*', partial: true, hollow: true, values: [3, 4] },
            { label: '2024', values: [8, 15] },
            { label: '2025', values: [11, 19] },
            { label: '2026', values: [13, 23] },
          ],
          source:
            '* Keadaan s.d. 1 Juni 2023, bukan setahun penuh. Sumber: 2021–2023 Simfoni PPA, telah diumumkan 7 Juli 2023; 2024–2026 angka sepakat kliring (data contoh). Cara hitung: Lampiran B.',
        },
        { kind: 'section', number: '3.1', title: 'Selisih antarsumber' },
        {
          kind: 'paragraph',
          text: 'Sebelum dicocokkan, jumlah keempat sumber 41 kasus dan 64 korban. Setelah 41 catatan korban yang ganda digabung, tersisa angka sepakat berikut.',
        },
        {
          kind: 'table',
          number: '3.1',
          caption: 'Kasus dan korban tahun 2026 menurut sumber',
          columns: [
            { label: 'Sumber' },
            { label: 'Kasus', align: 'end' },
            { label: 'Korban', align: 'end' },
            { label: 'Catatan kliring' },
          ],
          rows: [
            { cells: ['Simfoni PPA', '9', '17', 'Belum memuat rujukan November–Desember'] },
            { cells: ['Polda Kalimantan Timur', '12', '21', 'Dihitung menurut tahun laporan polisi'] },
            { cells: ['Dinas Sosial', '12', '18', 'Termasuk penerima layanan dari 2025'] },
            { cells: ['BP3MI', '8', '8', 'Satu catatan per orang'] },
            { cells: ['Angka sepakat', '13', '23', 'Berita acara kliring, 10 Januari 2027'], total: true },
          ],
          source: 'Sumber: kliring putaran IV/2026, dibekukan 10 Januari 2027 pukul 16.00 WITA.',
        },
        { kind: 'section', number: '3.2', title: 'Umur, jenis kelamin, dan wilayah' },
        {
          kind: 'paragraph',
          text: 'Rincian disajikan hanya bila setiap sel sekurangnya lima orang. Untuk 2026 syarat itu dipenuhi oleh jenis kelamin (perempuan 15, laki-laki 8) dan kelompok umur (anak 9, dewasa 14), masing-masing sendiri. Rincian per kabupaten/kota disamarkan seluruhnya karena delapan wilayah mencatat kurang dari lima korban.',
        },
      ],
    },
    {
      number: 'VIII',
      title: 'Kelembagaan, kerja sama, dan anggaran di sepuluh kabupaten dan kota se-Kalimantan Timur',
      blocks: [
        {
          kind: 'note',
          title: 'Belum ada data',
          text: 'Bagian anggaran belum diisi oleh instansi penanggung jawab sampai tanggal pembekuan.',
        },
        {
          kind: 'list',
          ordered: true,
          items: ['Tiga SK gugus tugas kabupaten/kota ditetapkan.', 'Dua belum diperbarui.'],
        },
        { kind: 'list', items: ['Rapat pleno dua kali.', 'Rapat subgugus enam kali.'] },
        {
          kind: 'table',
          number: '8.1',
          caption: 'Pertemuan per kecamatan',
          columns: [{ label: 'Kode' }, { label: 'Kecamatan' }, { label: 'Pertemuan', align: 'end' }],
          rows: Array.from({ length: 45 }, (_, i) => ({
            cells: [
              `64.${String(i + 1).padStart(2, '0')}`,
              `Kecamatan contoh ${i + 1}`,
              String((i * 7) % 13),
            ],
          })),
          source: 'Sumber: daftar hadir (data contoh).',
        },
      ],
    },
  ],
  annexes: [
    {
      number: 'B',
      title: 'Cara hitung',
      blocks: [
        {
          kind: 'facts',
          items: [
            { label: 'Satuan', value: 'Orang unik' },
            { label: 'Tahun', value: 'Tahun lapor' },
          ],
        },
      ],
    },
  ],
  signatures: [{ place: 'Samarinda, 14 Januari 2027', office: 'Ketua Harian Gugus Tugas PP-TPPO' }],
} satisfies PaperInput;
