import type { FileProblem, Mend, RowProblemCode } from './row.ts';

/** Title of the cause, what is wrong in one row, how to mend it. `{x}` is filled from the problem. */
export type ProblemText = readonly [title: string, what: string, mend: string];

export const rowTextsId: Readonly<Record<RowProblemCode, ProblemText>> = {
  required_missing: [
    '{field} kosong',
    '{field} belum diisi.',
    'Isi dari berkas asal. Bila memang tidak diketahui, tulis "tidak diketahui", jangan dikosongkan.',
  ],
  date_unreadable: [
    'Tanggal tidak terbaca',
    '{value} bukan tanggal.',
    'Tulis hari/bulan/tahun, misalnya 11/08/2026, atau bulan saja: 08/2026.',
  ],
  date_not_in_calendar: [
    'Tanggal tidak ada di kalender',
    '{value} tidak ada di kalender.',
    'Tulis tanggal yang benar, atau bulan/tahun saja bila harinya tidak pasti[orWrite:: {orWrite}].',
  ],
  date_two_digit_year: [
    'Tahun hanya dua angka',
    'Tahun pada {value} dapat berarti dua abad.',
    'Tulis tahun dengan empat angka.',
  ],
  date_month_first: [
    'Bulan ditulis di depan',
    '{value} terbaca sebagai bulan/hari/tahun.',
    'Tulis hari/bulan/tahun. Bila seluruh kolom memang bulan di depan, nyatakan itu pada pemetaan kolom.',
  ],
  date_excel_serial: [
    'Tanggal menjadi angka Excel',
    '{value} adalah angka hari Excel[read:, yaitu {read}].',
    'Ubah format kolom menjadi Tanggal di Excel, atau nyatakan bahwa angka ini angka hari Excel.',
  ],
  date_out_of_range: [
    'Tahun di luar rentang',
    'Tahun pada {value} di luar {min}-{max}.',
    'Periksa tahunnya di berkas asal.',
  ],
  date_future: ['Tanggal belum terjadi', '{value} sesudah hari ini.', 'Periksa hari, bulan, dan tahunnya.'],
  incident_after_report: [
    'Kejadian sesudah laporan',
    'Tanggal kejadian {value} sesudah tanggal laporan.',
    'Periksa kedua tanggal; mungkin tertukar.',
  ],
  birth_after_incident: [
    'Lahir sesudah kejadian',
    'Tanggal lahir sesudah tanggal kejadian atau laporan.',
    'Periksa tanggal lahir dan tanggal kejadian.',
  ],
  year_unreadable: [
    'Tahun tidak terbaca',
    '{value} bukan tahun.',
    'Tulis tahun dengan empat angka, misalnya 2026.',
  ],
  year_band: [
    'Rentang tahun, bukan satu tahun',
    '{value} memuat beberapa tahun.',
    'Baris ini tidak dapat dihitung pada satu tahun: keluarkan, atau tulis tahunnya dari sumber asal.',
  ],
  year_not_of_report: [
    'Tahun pencatatan berbeda dari tahun laporan',
    'Tahun pencatatan {value}, laporan tahun {year}.',
    'Biarkan bila memang dicatat di tahun lain; kalau tidak, betulkan salah satunya.',
  ],
  outside_period: [
    'Di luar periode',
    '{value} di luar periode {first} sampai {last}.',
    'Keluarkan baris ini atau terima dengan catatan.',
  ],
  age_unreadable: ['Umur tidak terbaca', '{value} bukan umur.', 'Tulis umur dalam tahun, misalnya 17.'],
  age_out_of_range: [
    'Umur di luar rentang',
    'Umur {value} melebihi {max} tahun.',
    'Betulkan umurnya. Bila tidak diketahui, tulis "tidak tahu", jangan dikosongkan.',
  ],
  age_birth_mismatch: [
    'Umur tidak cocok dengan tanggal lahir',
    'Umur {value} tidak cocok dengan tanggal lahir pada baris yang sama.',
    'Periksa umur, tanggal lahir, dan tanggal kejadian.',
  ],
  child_age_mismatch: [
    'Anak/dewasa tidak cocok dengan umur',
    'Tertulis {value}, umurnya tidak demikian.',
    'Anak adalah yang belum berumur 18 tahun. Betulkan salah satunya.',
  ],
  nik_scientific: [
    'NIK rusak oleh Excel',
    'Angka terakhir NIK hilang karena kolom dibaca sebagai bilangan.',
    'Ubah format kolom NIK menjadi Teks di berkas asal, lalu salin ulang NIK. Angka yang hilang tidak dapat dipulihkan di sini.',
  ],
  nik_not_digits: [
    'NIK memuat selain angka',
    'NIK hanya terdiri dari angka.',
    'Betulkan NIK (huruf O bukan angka 0), atau tandai tidak diketahui.',
  ],
  nik_length: [
    'Panjang NIK salah',
    'Tertulis {digits} angka, NIK 16 angka.',
    'Salin ulang NIK dari KTP atau KK, atau tandai tidak diketahui.',
  ],
  nik_placeholder: [
    'NIK pengisi',
    'Angka ini bukan NIK seseorang.',
    'Isi NIK yang benar, atau tandai tidak diketahui.',
  ],
  nik_region: [
    'Wilayah dalam NIK tidak dikenal',
    'Enam angka pertama bukan kode wilayah.',
    'Periksa enam angka pertama NIK.',
  ],
  nik_date: [
    'Tanggal dalam NIK tidak ada',
    'Angka ke-7 sampai ke-12 bukan tanggal lahir (untuk perempuan hari ditambah 40).',
    'Periksa NIK di dokumen asal.',
  ],
  nik_serial: [
    'Nomor urut NIK 0000',
    'Empat angka terakhir NIK tidak pernah 0000.',
    'Periksa empat angka terakhir; Excel mungkin menghapusnya.',
  ],
  nik_birth_mismatch: [
    'NIK tidak cocok dengan tanggal lahir',
    'Tanggal lahir dalam NIK berbeda dari kolom tanggal lahir.',
    'Periksa keduanya. Bila tanggal di KTP memang berbeda, terima dengan catatan.',
  ],
  nik_sex_mismatch: [
    'NIK tidak cocok dengan jenis kelamin',
    'Jenis kelamin dalam NIK berbeda dari kolom jenis kelamin.',
    'Periksa keduanya; NIK mungkin milik orang lain.',
  ],
  passport_form: [
    'Nomor paspor tidak lazim',
    'Nomor paspor terdiri dari 6 sampai 9 huruf dan angka.',
    'Salin ulang nomor paspor, atau tandai tidak diketahui.',
  ],
  identity_number_form: [
    'Nomor identitas tidak dikenali',
    'Nomor ini bukan NIK (16 angka) dan bukan nomor paspor.',
    'Betulkan nomornya, atau tandai tidak diketahui.',
  ],
  area_unknown: [
    'Wilayah tidak dikenal',
    '{code} bukan kab/kota yang dikenal.',
    'Tulis nama kab/kota lengkap atau kode Kemendagri, misalnya 64.71.',
  ],
  area_name_ambiguous: [
    'Nama wilayah berarti dua',
    '{name} dapat berarti {names}.',
    'Tambahkan "Kabupaten" atau "Kota", atau tulis kodenya.',
  ],
  area_code_name_mismatch: [
    'Kode wilayah tidak cocok dengan nama',
    '[kemendagriName:{code} menurut Kemendagri adalah {kemendagriName}][!kemendagriName:{code} bukan kode Kemendagri], tetapi namanya {name}.[bpsName: Kode BPS {code} adalah {bpsName}.]',
    'Betulkan kode atau namanya.[fits: Nama cocok dengan kode {fitsLabel}: nyatakan bahwa kolom ini memakai kode itu.]',
  ],
  area_code_system_unknown: [
    'Kode wilayah tanpa nama',
    '[kemendagriName:{code} menurut Kemendagri adalah {kemendagriName}. ][bpsName:Menurut BPS {bpsName}. ][!bpsName:Kode BPS belum dapat diperiksa karena tabel kode BPS belum dimuat.]',
    'Tulis kode bertitik (64.03) atau nama kab/kota di sebelah kode, atau nyatakan kode apa yang dipakai kolom ini.',
  ],
  area_code_lost_zero: [
    'Kode wilayah kehilangan nol',
    '{code} kehilangan angka terakhir; mungkin {perhaps}.',
    'Ubah format kolom menjadi Teks dan tulis ulang kodenya.',
  ],
  area_too_coarse: [
    'Baru sampai provinsi',
    '{code} adalah provinsi.',
    'Tulis kab/kota tempat kejadian, atau tulis "tidak diketahui".',
  ],
  unknown_value: [
    'Isian {field} tidak dikenal',
    '"{word}" tidak ada dalam daftar {field}.',
    'Pilih padanannya satu kali untuk semua baris, atau tandai tidak diketahui. Simpul tidak menebak.',
  ],
  country_unknown: [
    'Negara tidak dikenal',
    '"{word}" bukan nama atau kode negara.',
    'Tulis nama negara atau kode tiga huruf, misalnya MYS.',
  ],
  role_not_counted: [
    'Bukan korban atau pelaku',
    'Peran {role} tidak dihitung dalam kliring.',
    'Keluarkan baris ini, atau betulkan perannya.',
  ],
  not_trafficking: [
    'Bukan kasus TPPO',
    'Bentuk kekerasan tidak memuat trafficking.',
    'Keluarkan baris ini, atau isi bentuk kekerasan bila ini kasus TPPO.',
  ],
  number_unreadable: [
    'Jumlah tidak terbaca',
    '{value} bukan bilangan bulat.',
    'Tulis jumlah dengan angka saja.',
  ],
  sum_mismatch: [
    'Jumlah korban tidak sama dengan rinciannya',
    'Tertulis {total}, rincian {sum} orang.',
    'Betulkan atau beri catatan.',
  ],
  text_too_long: [
    'Isian terlalu panjang',
    'Isian lebih dari {max} huruf tidak diambil.',
    'Ringkas menjadi kata kunci; uraian kejadian tidak diperlukan untuk kliring.',
  ],
  cell_formula_error: [
    'Rumus Excel gagal',
    'Sel ini berisi galat rumus Excel.',
    'Perbaiki rumusnya atau tulis nilainya langsung.',
  ],
  cell_number_imprecise: [
    'Angka terlalu panjang bagi Excel',
    'Angka lebih dari 15 digit sudah berubah di Excel.',
    'Ubah format kolom menjadi Teks di berkas asal dan salin ulang.',
  ],
  duplicate_in_file: [
    'Mungkin ganda',
    'Orang yang sama dalam kasus yang sama sudah ada di baris {first}.',
    'Keluarkan salah satu bila memang sama; biarkan bila dua orang.',
  ],
};

export const fileTextsId: Readonly<Record<FileProblem['code'], readonly [what: string, mend: string]>> = {
  header_not_found: [
    'Baris judul kolom tidak ditemukan.',
    'Tunjukkan baris judul kolom, atau beri judul seperti "Tanggal laporan", "Kab/kota", dan "Jenis kelamin".',
  ],
  column_missing: [
    'Kolom {field} tidak ada.',
    'Pilih kolom yang memuatnya, atau nyatakan satu nilai untuk seluruh berkas.',
  ],
  column_twice: ['Kolom {first} dan {second} sama-sama dipetakan ke {field}.', 'Pilih salah satu.'],
  column_beyond_file: [
    'Kolom {column} tidak ada di berkas ini.',
    'Petakan ulang kolomnya; susunan berkas berubah.',
  ],
  bps_crosswalk_missing: [
    'Berkas memakai kode BPS, tetapi tabel padanan kode BPS belum dimuat.',
    'Muat tabel padanan kode BPS di menu Wilayah, atau ganti kodenya dengan kode Kemendagri.',
  ],
  no_rows: ['Berkas tidak memuat baris data.', 'Periksa lembar yang dipilih.'],
  unreadable: ['{textId}', 'Perbaiki berkasnya, lalu kirim lagi sebagai impor baru.'],
  constant_unknown: ['{value} bukan kode kab/kota.', 'Pilih kab/kota dari daftar.'],
};

export const mendTextsId: Readonly<Record<Mend, string>> = {
  mark_unknown: 'Tandai tidak diketahui',
  leave_out: 'Keluarkan baris',
  accept: 'Terima dengan catatan',
  use_bps_codes: 'Pakai kode BPS',
  use_kemendagri_codes: 'Pakai kode Kemendagri',
  read_serial_dates: 'Baca sebagai angka hari Excel',
  translate_word: 'Pilih padanan',
};
