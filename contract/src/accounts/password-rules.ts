/** Rules of a password, the same at the screen and on the server. Length matters most (NIST SP 800-63B, 5.1.1). */
export const passwordLength = { min: 12, max: 200 } as const;

export const weaknesses = ['too_short', 'too_long', 'holds_name', 'common', 'too_simple'] as const;
export interface Weakness {
  code: (typeof weaknesses)[number];
  message: string;
}

/** Words people reach for; alone, repeated, or dressed up with digits and signs they are guessed first. */
const commonWords = [
  'admin', 'administrator', 'alhamdulillah', 'anakku', 'bandung', 'bismillah', 'bapakku', 'borneo', 'cinta', 'cintaku',
  'dayak', 'default', 'disdik', 'dinsos', 'garuda', 'gugustugas', 'gubernur', 'ibuku', 'iloveyou', 'indonesia',
  'indonesiaraya', 'jakarta', 'kalimantan', 'kalimantantengah', 'kalimantantimur', 'kalteng', 'kaltim', 'kantor',
  'katasandi', 'keluarga', 'keluargaku', 'komputer', 'laptop', 'letmein', 'login', 'mahakam', 'manager', 'merdeka',
  'nusantara', 'operator', 'palangkaraya', 'pancasila', 'password', 'passwort', 'pegawai', 'pengguna', 'polda',
  'polisi', 'polri', 'provinsi', 'qwerty', 'qwertyuiop', 'rahasia', 'sandi', 'samarinda', 'sayang', 'sayangku',
  'secret', 'sekretariat', 'selamatpagi', 'semangat', 'simpul', 'simfoni', 'sukses', 'terimakasih', 'user', 'welcome',
  'asdfghjkl', 'zxcvbnm', 'abcdefghijkl',
] as const; // prettier-ignore
const longestFirst = [...commonWords].sort((a, b) => b.length - a.length);
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const undressed = (text: string) =>
  text.toLowerCase().replaceAll('@', 'a').replaceAll('4', 'a').replaceAll('3', 'e').replaceAll('1', 'i')
    .replaceAll('0', 'o').replaceAll('$', 's').replaceAll('5', 's').replaceAll('7', 't').replaceAll('!', 'i'); // prettier-ignore
const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, '');

/** What is left once the words of `words` are taken out. */
function without(text: string, words: readonly string[]): string {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, '');
  return rest;
}

function runs(text: string): number {
  const lower = text.toLowerCase();
  let longest = 0;
  for (const row of [...rows, ...rows.map((r) => [...r].reverse().join(''))])
    for (let size = lower.length; size > longest; size--)
      for (let at = 0; at + size <= lower.length && size > longest; at++)
        if (row.includes(lower.slice(at, at + size))) longest = size;
  return longest;
}

/** The parts of a name or address that are long enough to be recognised. */
const partsOf = (text: string) => text.toLowerCase().split(/[^\p{L}]+/u).filter((p) => p.length >= 4); // prettier-ignore

/** Why a password is refused, or null. */
export function weaknessOf(
  password: string,
  owner: { name?: string; email?: string | null } = {},
): Weakness | null {
  const text = password.normalize('NFC');
  const no = (code: Weakness['code'], message: string): Weakness => ({ code, message });
  if (text.length < passwordLength.min)
    return no('too_short', `Use at least ${passwordLength.min} characters.`);
  if (text.length > passwordLength.max)
    return no('too_long', `Use at most ${passwordLength.max} characters.`);
  const own = [...partsOf(owner.name ?? ''), ...partsOf((owner.email ?? '').split('@')[0] ?? '')];
  if (own.some((part) => text.toLowerCase().includes(part)))
    return no('holds_name', 'Leave your name and your address out of it.');
  const left = [lettersOf(text), lettersOf(undressed(text))].map((t) => without(t, longestFirst));
  if (left.some((rest) => rest.length <= 3) && /\p{L}/u.test(text))
    return no('common', 'This is guessed first. Take four words that have nothing to do with each other.');
  if (new Set(text.toLowerCase()).size < 6 || runs(text) >= text.length / 2 || !/\p{L}/u.test(text))
    return no('too_simple', 'Too regular. Take four words that have nothing to do with each other.');
  return null;
}
