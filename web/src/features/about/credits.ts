export interface Credit {
  /** Key `credits.<key>` in the namespace `about`: what it is used for. */
  key: string;
  name: string;
  url: string;
  licence: string;
  licenceUrl: string;
}

export const credits: readonly Credit[] = [
  {
    key: 'areas',
    name: 'idn-area-data',
    url: 'https://github.com/fityannugroho/idn-area-data',
    licence: 'ODbL 1.0',
    licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
  },
  {
    key: 'htcds',
    name: 'HTCDS 2.0',
    url: 'https://github.com/UNMigration/HTCDS',
    licence: 'CC BY 4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    key: 'ctdc',
    name: 'CTDC',
    url: 'https://www.ctdatacollaborative.org/',
    licence: 'CTDC',
    licenceUrl: 'https://www.ctdatacollaborative.org/page/terms-use',
  },
  {
    key: 'holidays',
    name: 'date-holidays',
    url: 'https://github.com/commenthol/date-holidays',
    licence: 'ISC, CC BY 3.0',
    licenceUrl: 'https://creativecommons.org/licenses/by/3.0/',
  },
  {
    key: 'sourceSans',
    name: 'Source Sans 3',
    url: 'https://github.com/adobe-fonts/source-sans',
    licence: 'SIL OFL 1.1',
    licenceUrl: 'https://openfontlicense.org/',
  },
  {
    key: 'sourceSerif',
    name: 'Source Serif 4',
    url: 'https://github.com/adobe-fonts/source-serif',
    licence: 'SIL OFL 1.1',
    licenceUrl: 'https://openfontlicense.org/',
  },
  {
    key: 'atkinson',
    name: 'Atkinson Hyperlegible Next',
    url: 'https://github.com/googlefonts/atkinson-hyperlegible-next',
    licence: 'SIL OFL 1.1',
    licenceUrl: 'https://openfontlicense.org/',
  },
  {
    key: 'lucide',
    name: 'Lucide',
    url: 'https://lucide.dev/',
    licence: 'ISC',
    licenceUrl: 'https://lucide.dev/license',
  },
];
