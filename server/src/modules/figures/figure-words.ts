import { codesOf, labelOf } from '@simpul/contract/standards/code-lists';

/** Codes of figures in Indonesian, as a file that leaves the screen says them; the web keeps the same words (test). */
export const figureWords = {
  unknown: 'Tidak diketahui',
  unit: {
    case: 'kasus',
    victim: 'korban',
    victim_type: 'jenis korban',
    suspect: 'tersangka',
    perpetrator: 'pelaku',
    relation: 'hubungan',
    report: 'laporan',
    service: 'layanan',
    person: 'orang',
    percent: 'persen',
    unclear: 'tidak jelas',
  },
  measure: {
    cases: 'Kasus TPPO',
    victims: 'Korban TPPO',
    victim_types: 'Korban TPPO menurut jenis',
    suspects: 'Tersangka TPPO',
    perpetrators: 'Pelaku TPPO',
    relations: 'Hubungan pelaku, TPPO',
    reports: 'Laporan TPPO',
    services: 'Layanan TPPO',
    persons: 'Orang, TPPO',
    percent: 'Persen, TPPO',
    unclear: 'TPPO, satuan tidak jelas',
    violence_cases: 'Kasus kekerasan',
    violence_victims: 'Korban kekerasan',
    violence_victim_types: 'Korban kekerasan menurut jenis',
    violence_suspects: 'Tersangka kekerasan',
    violence_perpetrators: 'Pelaku kekerasan',
    violence_relations: 'Hubungan pelaku kekerasan',
    violence_reports: 'Laporan kekerasan',
    violence_services: 'Layanan korban kekerasan',
    violence_persons: 'Orang, kekerasan',
    violence_percent: 'Persen, kekerasan',
    violence_unclear: 'Kekerasan, satuan tidak jelas',
  },
  dimension: {
    sex: 'Jenis kelamin',
    child: 'Umur',
    form: 'Bentuk eksploitasi',
    place: 'Kabupaten/kota',
    ageGroup: 'Kelompok umur',
    ageGroupSimfoni: 'Kelompok umur Simfoni',
    modus: 'Modus',
    group: 'Kelompok',
    relation: 'Hubungan pelaku',
    occupation: 'Pekerjaan',
    serviceType: 'Jenis layanan',
    legalStage: 'Tahap hukum',
    violenceType: 'Jenis kekerasan',
    incidentPlace: 'Tempat kejadian',
    year: 'Tahun',
  },
  code: {
    child: {
      yes: 'Anak (di bawah 18 tahun)',
      no: 'Dewasa',
    },
    ageGroup: {
      adult: 'Dewasa',
      child: 'Anak',
    },
    modus: {
      abk: 'ABK',
      child_exploitation: 'Eksploitasi anak',
      pmi_prt: 'PMI atau PRT',
      psk: 'Pekerja seks',
    },
    legalStage: {
      file_complete: 'Berkas lengkap',
      inquiry: 'Penyelidikan',
      investigation: 'Penyidikan',
    },
    violenceType: {
      exploitation: 'Eksploitasi',
      neglect: 'Penelantaran',
      other: 'Lainnya',
      physical: 'Fisik',
      psychological: 'Psikis',
      sexual: 'Seksual',
      trafficking: 'Trafficking',
    },
    incidentPlace: {
      household: 'Rumah tangga',
      other: 'Lainnya',
      public: 'Fasilitas umum',
      school: 'Sekolah',
      short_course: 'Lembaga kursus',
      workplace: 'Tempat kerja',
    },
    relation: {
      coworker: 'Rekan kerja',
      employer: 'Majikan',
      na: 'Tidak ada keterangan',
      neighbour: 'Tetangga',
      other: 'Lainnya',
      parent: 'Orang tua',
      partner_or_friend: 'Pacar atau teman',
      relative: 'Keluarga',
      spouse: 'Suami atau istri',
      teacher: 'Guru',
    },
    group: {
      children: 'Anak',
      women: 'Perempuan',
    },
    serviceType: {
      complaint_identification: 'Pengaduan dan identifikasi',
      health: 'Kesehatan',
      law_enforcement: 'Penegakan hukum',
      legal_aid: 'Bantuan hukum',
      repatriation: 'Pemulangan',
      social_rehab: 'Rehabilitasi sosial',
      social_reintegration: 'Reintegrasi sosial',
      spiritual_support: 'Bimbingan rohani',
    },
    occupation: {
      civil_service: 'ASN, TNI, Polri',
      housewife: 'Ibu rumah tangga',
      none: 'Tidak bekerja',
      private_labour: 'Swasta atau buruh',
      student: 'Pelajar',
      trade_farm_fish: 'Dagang, tani, nelayan',
      working_other: 'Pekerjaan lain',
    },
  },
  reading: {
    primary: 'Dibaca lebih dahulu',
    conflicting: 'Bertentangan dengan angka lain atau rinciannya',
    context: 'Pembanding',
  },
} as const;

const listed = { sex: 'sex', form: 'exploitation_type' } as const;
const hasKey = <T extends object>(words: T, key: PropertyKey): key is keyof T => Object.hasOwn(words, key);

export const dimensionWord = (dimension: string): string =>
  hasKey(figureWords.dimension, dimension) ? figureWords.dimension[dimension] : dimension;

/** Years and age bands say themselves; a place has its name and its code. */
export function codeWord(dimension: string, code: string, places: ReadonlyMap<string, string>): string {
  if (code === 'unknown') return figureWords.unknown;
  if (dimension === 'place') return places.has(code) ? `${places.get(code)} (${code})` : code;
  if (hasKey(listed, dimension)) {
    const list = listed[dimension];
    const known = codesOf(list).find((one) => one === code);
    return known === undefined ? code : labelOf(list, known, 'id');
  }
  const words: Partial<Record<string, Record<string, string>>> = figureWords.code;
  return words[dimension]?.[code] ?? code;
}
