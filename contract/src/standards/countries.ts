/** ISO 3166-1: alpha-2 and alpha-3 of every country, in pairs of two and three letters. */
const pairs =
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD ' +
  'BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN ' +
  'CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU ' +
  'DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB ' +
  'GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG ' +
  'HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN ' +
  'KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU ' +
  'LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR ' +
  'MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL ' +
  'OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB ' +
  'RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP ' +
  'SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN ' +
  'TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ' +
  'ZMZMB ZWZWE';
const toAlpha3 = new Map(pairs.split(' ').map((pair) => [pair.slice(0, 2), pair.slice(2)]));
const toAlpha2 = new Map([...toAlpha3].map(([two, three]) => [three, two]));

/** A foreigner whose country the file does not say (user-assigned in ISO 3166, so in travel documents). */
export const foreignUnspecified = 'XXX';

const everyday: Readonly<Record<string, string>> = {
  wni: 'IDN',
  indonesian: 'IDN',
  wna: foreignUnspecified,
  asing: foreignUnspecified,
  foreigner: foreignUnspecified,
  malaysian: 'MYS',
  kamboja: 'KHM',
  arabsaudi: 'SAU',
  saudiarabia: 'SAU',
  saudi: 'SAU',
  uea: 'ARE',
  uniemiratarab: 'ARE',
  uae: 'ARE',
  hongkong: 'HKG',
  korea: 'KOR',
  koreaselatan: 'KOR',
  rrt: 'CHN',
  tiongkok: 'CHN',
  cina: 'CHN',
  china: 'CHN',
  filipina: 'PHL',
  myanmar: 'MMR',
  birma: 'MMR',
  timorleste: 'TLS',
  turki: 'TUR',
  suriah: 'SYR',
  jepang: 'JPN',
  vietnam: 'VNM',
  laos: 'LAO',
};
const nameKey = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '');

let names: Map<string, string> | undefined;
/** Country names of both languages, from the runtime's own tables. */
function namesOf(): Map<string, string> {
  if (names) return names;
  names = new Map();
  for (const language of ['en', 'id']) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const [two, three] of toAlpha3) names.set(nameKey(display.of(two) ?? three), three);
  }
  for (const [name, three] of Object.entries(everyday)) names.set(name, three);
  return names;
}

/** The alpha-3 code of a country written as code or name in either language; "WNI" is IDN, "WNA" is `XXX`. */
export function countryOf(text: string): string | undefined {
  const bare = text.normalize('NFKC').trim().toUpperCase();
  if (bare === foreignUnspecified || toAlpha2.has(bare)) return bare;
  return toAlpha3.get(bare) ?? namesOf().get(nameKey(text));
}

export const alpha2Of = (alpha3: string): string | undefined => toAlpha2.get(alpha3);

export function countryName(alpha3: string, language: 'id' | 'en'): string {
  if (alpha3 === foreignUnspecified)
    return language === 'id' ? 'Asing, negara tidak disebut' : 'Foreign, country not stated';
  const two = toAlpha2.get(alpha3);
  return (two && new Intl.DisplayNames([language], { type: 'region' }).of(two)) ?? alpha3;
}
