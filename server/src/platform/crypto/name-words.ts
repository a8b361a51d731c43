/**
 * Words of an Indonesian personal name, in the form under which names are compared.
 * Titles, degrees and patronym marks fall away; old and new spelling meet in one key; what sounds alike in
 * Indonesian mouths meets in a second. -o/-a and -wan/-wati stay apart: they are different people.
 */

/** Titles of address, religion, nobility and profession that clerks write before or after a name. */
const titles = new Set(
  (
    'H HJ HJH HAJI HAJJAH KH KYAI KIAI USTAD USTADZ USTADZAH UST DR DRS DRA IR PROF LETKOL KOL MAYOR KAPT ' +
    'NY NYONYA TN TUAN SDR SDRI SAUDARA SAUDARI ALM ALMH ALMARHUM ALMARHUMAH BPK BAPAK IBU NN NONA ' +
    'R RA RR RADEN TB PDT SPD SE SH MH MM MSI SKM SKEP AMD'
  ).split(' '),
);
/** Between a name and the father's: bin, binti; "alias" before a second name. The words after them count. */
const marks = new Set('BIN BINTI BINTE BT BTE BNT ALIAS ALS AKA'.split(' '));
/** The one name written in eleven ways and four abbreviations. */
const muhammad = /^(M[UO](H|CH)A?M+[AE]?[DT]?|M[UO]C?H|MUHD|MHD|MOHD)$/;

const digitTypos: Record<string, string> = { '0': 'O', '1': 'I', '3': 'E', '4': 'A', '5': 'S' };

/** Upper case, no diacritics, no titles; single spaced-out letters are joined; digits typed for letters mended. */
export function nameWords(name: string): string[] {
  const [beforeDegrees = ''] = name.split(',');
  const text = beforeDegrees
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[\u0300-\u036f'’‘`´ʼ"]/g, '')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
  const words = joinSpacedLetters(text === '' ? [] : text.split(' '))
    .map((word) =>
      /[A-Z]/.test(word) ? word.replace(/[01345]/g, (digit) => digitTypos[digit] ?? digit) : '',
    )
    .filter((word) => word !== '' && !marks.has(word));
  const plain = words.filter((word) => !titles.has(word));
  const long = plain.filter((word) => word.length > 1);
  // A person called only by what looks like a title or an initial still has that name.
  const kept = long.length > 0 ? long : plain.length > 0 ? plain : words;
  return kept.map((word) => (muhammad.test(word) ? 'MUHAMMAD' : word));
}

/** "M U B I N" is one word; "A B RAHMAN" keeps its initials apart. */
function joinSpacedLetters(words: string[]): string[] {
  const out: string[] = [];
  let letters: string[] = [];
  const flush = () => {
    out.push(...(letters.length >= 3 ? [letters.join('')] : letters));
    letters = [];
  };
  for (const word of words) {
    if (word.length === 1) letters.push(word);
    else {
      flush();
      out.push(word);
    }
  }
  flush();
  return out;
}

const oldSpelling = /OE|DJ|TJ|NJ|SJ/;

/**
 * The word in today's spelling (EYD 1972): oe>u, dj>j, tj>c, nj>ny, sj>sy, ch>kh. A bare j is an old y only
 * where another old sign stands in the word (JOESOEF); `soundKeys` offers it as a second reading elsewhere.
 */
export function spellingKey(word: string): string {
  const old = oldSpelling.test(word);
  // A lower-case j is out of reach of the bare-j rule.
  const modern = word
    .replace(/OE/g, 'U')
    .replace(/DJ/g, 'j')
    .replace(/TJ/g, 'C')
    .replace(/NJ/g, 'NY')
    .replace(/SJ/g, 'SY')
    .replace(/CH/g, 'KH');
  return (old ? modern.replace(/J/g, 'Y') : modern).replace(/j/g, 'J');
}

/** How the word sounds: one key, and a second one where a bare j may be an old y (JUSUF, YUSUF). */
export function soundKeys(word: string): string[] {
  const spelled = spellingKey(word);
  const keys = [soundOf(spelled)];
  if (spelled.includes('J')) keys.push(soundOf(spelled.replace(/J/g, 'Y')));
  return [...new Set(keys)].filter((key) => key !== '');
}

function soundOf(word: string): string {
  return word
    .replace(/PH|[FV]/g, 'P')
    .replace(/DZ|TS|SY|SH|[ZJ]/g, 'S')
    .replace(/TH/g, 'T')
    .replace(/DH/g, 'D')
    .replace(/KH/g, 'H')
    .replace(/Q/g, 'K')
    .replace(/X/g, 'KS')
    .replace(/AE|AY/g, 'AI')
    .replace(/Y/g, 'I')
    .replace(/(.)\1+/g, '$1')
    .replace(/H$/, '')
    .replace(/D$/, 'T');
}

/** Every run of `n` letters in the word; a shorter word is its own only run. */
export function grams(word: string, n = 3): string[] {
  if (word.length <= n) return [word];
  return Array.from({ length: word.length - n + 1 }, (_, at) => word.slice(at, at + n));
}
