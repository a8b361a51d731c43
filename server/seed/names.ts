import type { Culture } from './places.ts';
import type { Random } from './random.ts';

export type Sex = 'female' | 'male';

/** Common given names and name words; put together by chance, so a likeness to a living person is chance too. */
const given: Readonly<Record<Exclude<Culture, 'jawa'>, Readonly<Record<Sex, string>>>> = {
  kaltim: {
    female: 'Norhayati Rusmini Noorjanah Aminah Halimah Yulianti Rusdiana Marliana Siti Nur Asmah Jubaidah',
    male: 'Syahrani Aspul Junaidi Rusli Jumadi Ardiansyah Muhammad Sahrul Asransyah Hairul Yohanes Lukas',
  },
  banjar: {
    female: 'Noorhayati Mahrita Rahmah Salamah Jamilah Norlina Misnah Fitriah Siti Aulia Raudah',
    male: 'Ahmad Muhammad Fahrurazi Syamsudin Rahmadi Sairaji Hairani Zainal Rudiansyah Akhmad',
  },
  bugis: {
    female: 'Besse Andi Hasnawati Nurhaeda Sitti Rosmini Hasnah Ramlah Nurlela Fatimah Suriani Mardiana',
    male: 'Baso Andi Ambo Muhammad Syarifuddin Hasanuddin Rustam Sudirman Arifuddin Herman Amiruddin',
  },
  sunda: {
    female: 'Euis Neneng Imas Cucu Siti Rina Yeni Iis Ai Nining Santi Dede',
    male: 'Asep Ujang Dadang Cecep Deden Agus Yayan Aep Rudi Iwan Ade Usep',
  },
  ntt: {
    female:
      'Maria Yohana Yosefina Adriana Fransiska Marselina Yuliana Theresia Martina Elisabeth Ermelinda Dorkas',
    male: 'Yohanes Yosef Antonius Petrus Marthen Simon Melkianus Dominikus Stefanus Yakobus Agustinus Nikodemus',
  },
};
const second: Readonly<Record<Exclude<Culture, 'jawa'>, Readonly<Record<Sex, string>>>> = {
  kaltim: {
    female: 'Aisyah Rahmah Hidayah Lestari Fitriani Safitri Wati Ningsih Anjani Maulida',
    male: 'Ramadhan Saputra Effendi Hidayat Anwar Fauzi Rahman Noor Iskandar Saleh',
  },
  banjar: {
    female: 'Hasanah Jannah Mawaddah Rahmi Latifah Azizah Sari Hayati Munawarah Rusmala',
    male: 'Rijali Fauzan Hidayat Noor Ilham Rahim Gazali Arsyad Baihaqi Rasyid',
  },
  bugis: {
    female: 'Tenri Nurhayati Aminah Rahmawati Sulaeha Wahyuni Samsidar Indriani Aisyah Kartini',
    male: 'Tahir Jafar Basri Mappa Nur Sulaiman Kadir Yusuf Hamzah Arsyad',
  },
  sunda: {
    female: 'Komariah Rohaeti Kurniasih Sumiati Nurjanah Mulyani Hartini Rostika Yuningsih Aisah',
    male: 'Suryana Hidayat Kosasih Sutisna Mulyana Gunawan Saepudin Hermawan Kurnia Rohmat',
  },
  ntt: {
    female: 'Nahak Seran Bria Tefa Lake Klau Bere Mau Nenohai Tanaem Bulu Ngongo',
    male: 'Nahak Seran Bria Tefa Lake Klau Bere Mau Nenohai Tanaem Bulu Ngongo',
  },
};
const javanese: Readonly<Record<Sex, string>> = {
  female: 'Lestari Wahyuni Rahayu Astuti Susanti Pratiwi Ningrum Wulandari Handayani Puspitasari Utami',
  male: 'Santoso Prasetyo Wibowo Nugroho Saputra Kurniawan Setiawan Widodo Hidayat Purnomo Susilo',
};
const fathers =
  'Ahmad Hasan Rahman Yusuf Abdullah Ismail Umar Amir Saleh Idris Basri Kadir Hamid Jafar Sulaiman';

const words = (list: string) => list.split(' ');
/** Peoples among whom the father's name is commonly said with bin or binti. */
const patronymic: readonly Culture[] = ['kaltim', 'banjar', 'bugis'];

export interface PersonName {
  /** As the person's own papers have it. */
  full: string;
  /** The father's given name, where people there use bin or binti. */
  father: string | null;
}

/** One word alone is common, and a full name (about a quarter here); three words are not rare. */
export function makeName(random: Random, culture: Culture, sex: Sex): PersonName {
  const first =
    culture === 'jawa' ? random.faker.person.firstName(sex) : random.pick(words(given[culture][sex]));
  const next = words(culture === 'jawa' ? javanese[sex] : second[culture][sex]);
  const clanName = culture === 'ntt';
  const count = clanName
    ? random.weighted([
        [2, 7],
        [3, 3],
      ])
    : random.weighted([
        [1, 3],
        [2, 6],
        [3, 2],
      ]);
  const parts = [first];
  while (parts.length < count) {
    const middle = clanName && parts.length < count - 1 ? words(given.ntt[sex]) : next;
    const word = random.pick(middle.filter((w) => !parts.includes(w)));
    parts.push(word);
  }
  // These words open a name and are seldom the whole of it.
  const alone = parts.length === 1 && ['Andi', 'Siti', 'Nur', 'Muhammad', 'Ai'].includes(first);
  if (alone) parts.push(random.pick(next));
  const father = patronymic.includes(culture) && random.chance(0.45) ? random.pick(words(fathers)) : null;
  return { full: parts.join(' '), father };
}

export const withFather = (name: PersonName, sex: Sex): string =>
  name.father ? `${name.full} ${sex === 'female' ? 'binti' : 'bin'} ${name.father}` : name.full;
