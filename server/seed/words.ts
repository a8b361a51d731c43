/**
 * The words each kind of office uses for our codes. Written down here and not taken from the code lists, so that an
 * import that reads the seed shows that it knows real words.
 */
type Words = Readonly<Record<string, string>>;

export const simfoni = {
  // The form has four categories; what fits none of them is put under the nearest, which is why forms differ by source.
  form: {
    sexual: 'Eksploitasi Seksual',
    forced_labour: 'Perbudakan',
    servitude_domestic: 'Perbudakan',
    forced_criminality: 'Perdagangan Narkoba',
    child_labour: 'Perbudakan',
    forced_marriage: 'Eksploitasi Seksual',
    forced_begging: 'Perbudakan',
    illegal_adoption: 'Perbudakan',
    organ_removal: 'Perdagangan Organ Tubuh',
    extortion_oppression: 'Perbudakan',
    other: 'Perbudakan',
  },
  sex: { female: 'Perempuan', male: 'Laki-laki' },
  education: {
    none: 'NA',
    primary: 'SD',
    lower_secondary: 'SMP',
    upper_secondary: 'SMA',
    bachelor: 'S1/S2/S3',
  },
  occupation: {
    trade_farm_fish: 'Pedagang/Tani/Nelayan',
    private_labour: 'Swasta/Buruh',
    student: 'Pelajar',
    housewife: 'Ibu Rumah Tangga',
    none: 'Tidak Bekerja',
  },
  maritalStatus: {
    single: 'Belum Menikah',
    married: 'Menikah',
    divorced: 'Duda/Janda',
    widowed: 'Duda/Janda',
  },
  relation: {
    parent: 'Orang Tua',
    relative: 'Keluarga/Saudara',
    dating_partner: 'Pacar/Teman',
    friend: 'Pacar/Teman',
    neighbour: 'Tetangga',
    employer: 'Majikan',
    broker_agent: 'Lainnya',
    stranger: 'Lainnya',
  },
  incidentPlace: {
    household: 'Rumah Tangga',
    workplace: 'Tempat Kerja',
    public: 'Fasilitas Umum',
    other: 'Lainnya',
  },
  service: {
    complaint_identification: 'Pengaduan',
    health: 'Kesehatan',
    social_rehab: 'Rehabilitasi Sosial',
    legal_aid: 'Bantuan Hukum',
    repatriation: 'Pemulangan',
  },
} as const satisfies Readonly<Record<string, Words>>;

export const polri = {
  form: {
    sexual: 'PSK',
    forced_labour: 'Kerja paksa',
    servitude_domestic: 'PMI/PRT',
    forced_criminality: 'Penipuan daring',
    child_labour: 'Eksploitasi ekonomi anak',
    forced_marriage: 'Pengantin pesanan',
    forced_begging: 'Mengemis',
    illegal_adoption: 'Jual beli bayi',
    organ_removal: 'Penjualan organ',
    extortion_oppression: 'Pemerasan',
    other: 'Lain-lain',
  },
  sex: { female: 'P', male: 'L' },
  role: { victim: 'Korban', suspect: 'Tersangka' },
  stage: { inquiry: 'Lidik', investigation: 'Sidik', file_complete: 'P21' },
} as const satisfies Readonly<Record<string, Words>>;

export const kemensos = {
  form: {
    sexual: 'Pelacuran',
    forced_labour: 'Kerja atau pelayanan paksa',
    servitude_domestic: 'Penghambaan rumah tangga',
    forced_criminality: 'Kejahatan paksa',
    child_labour: 'Pekerja anak',
    forced_marriage: 'Perkawinan paksa',
    forced_begging: 'Pengemisan paksa',
    illegal_adoption: 'Adopsi ilegal',
    organ_removal: 'Pengambilan organ',
    extortion_oppression: 'Penindasan',
    other: 'Lainnya',
  },
  status: {
    presumed: 'Terindikasi',
    reported: 'Dilaporkan',
    identified: 'Teridentifikasi',
  },
  service: {
    complaint_identification: 'Identifikasi',
    health: 'Layanan kesehatan',
    social_rehab: 'Rehabilitasi sosial',
    legal_aid: 'Bantuan hukum',
    repatriation: 'Pemulangan',
  },
} as const satisfies Readonly<Record<string, Words>>;

export const plain = {
  form: {
    sexual: 'Eksploitasi seksual',
    forced_labour: 'Kerja paksa',
    servitude_domestic: 'Pekerja rumah tangga',
    forced_criminality: 'Penipuan online',
    child_labour: 'Pekerja anak',
    forced_marriage: 'Kawin paksa',
    forced_begging: 'Pengemisan paksa',
    illegal_adoption: 'Jual beli anak',
    organ_removal: 'Organ tubuh',
    extortion_oppression: 'Pemerasan',
    other: 'Lainnya',
  },
  sex: { female: 'Wanita', male: 'Pria' },
  role: { victim: 'Korban', suspect: 'Tersangka' },
  stage: {
    file_incomplete: 'P-19',
    file_complete: 'P-21',
    prosecution: 'Tahap II',
    first_instance: 'Persidangan',
  },
  status: { presumed: 'Terduga korban', reported: 'Dilaporkan', identified: 'Korban TPPO' },
  citizenship: { ID: 'Indonesia', PH: 'Filipina', MM: 'Myanmar' },
  country: {
    MY: 'Malaysia',
    KH: 'Kamboja',
    MM: 'Myanmar',
    TW: 'Taiwan',
    SA: 'Arab Saudi',
    ID: 'Indonesia',
  },
  occupation: {
    plantation: 'Perkebunan',
    fishing_crew: 'ABK perikanan',
    mining: 'Tambang',
    construction: 'Bangunan',
    restaurant_hotel: 'Restoran, hotel',
    domestic_worker: 'Pekerja rumah tangga (PRT)',
    online_scam: 'Operator penipuan/judi daring',
  },
} as const satisfies Readonly<Record<string, Words>>;

export const htcds = {
  form: {
    sexual: 'SexualExploitation',
    forced_labour: 'ForcedLabour',
    servitude_domestic: 'Servitude',
    forced_criminality: 'Other',
    child_labour: 'ChildLabour',
    forced_marriage: 'ForcedMarriage',
    forced_begging: 'ForcedBegging',
    illegal_adoption: 'ForcedAdoption',
    organ_removal: 'OrganRemoval',
    extortion_oppression: 'Other',
    other: 'Other',
  },
  sex: { female: 'Feminine', male: 'Masculine' },
  status: {
    presumed: 'PossibleVictimOfTrafficking',
    reported: 'PossibleVictimOfTrafficking',
    identified: 'ActualVictimOfTrafficking',
  },
  maritalStatus: { single: 'Single', married: 'Married', divorced: 'Divorced', widowed: 'Widowed' },
  education: {
    primary: 'PrimaryEducation',
    lower_secondary: 'LowerSecondaryEducation',
    upper_secondary: 'UpperSecondaryEducation',
    bachelor: 'BachelorsOrEquivalentLevel',
  },
  relation: {
    parent: 'Familial',
    relative: 'Familial',
    dating_partner: 'Acquainted',
    friend: 'Acquainted',
    neighbour: 'Acquainted',
    employer: 'Acquainted',
    broker_agent: 'Unaquainted',
    stranger: 'Unaquainted',
  },
  channel: {
    social_media: 'ThroughOnlineSocialNetworks',
    friends: 'ThroughFriendsOrSocialEvents',
    broker: 'Other',
    family: 'ThroughFamilyOrFamilyEvents',
    online_ad: 'ThroughAnOnlineAdvertisement',
  },
  sector: {
    A: 'A_AgricultureForestryAndFishing',
    B: 'B_MiningAndQuarrying',
    F: 'F_Construction',
    I: 'I_AccommodationAndFoodServiceActivities',
    T: 'T_ActivitiesOfHouseholdsAsEmployers',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** The word for a code; a code without a word is a mistake of this file, not of the data. */
export function word(words: Words, code: string): string {
  const found = words[code];
  if (found === undefined) throw new Error(`No word for ${code}`);
  return found;
}
