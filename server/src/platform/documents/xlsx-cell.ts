import { SSF, type CellObject } from '@e965/xlsx';
import type { CellIssue } from './sheet.ts';

type Issue = Omit<CellIssue, 'column'>;

/** Largest integer Excel keeps exactly: 15 digits. A NIK has 16. */
const mostExact = 999_999_999_999_999;
/** Formats that only pad with zeros: the person sees 62.10 or 0012 and means those signs, not the number. */
const codeFormat = /^0+(\.0+)?$/;

/** A cell as text: dates as ISO without a zone, numbers unformatted, codes as they are displayed. */
export function cellText(cell: CellObject | undefined, date1904: boolean): { text: string; issue?: Issue } {
  if (!cell || cell.v === undefined || cell.v === null) return { text: '' };
  if (cell.t === 'e') {
    const value = errorNames[Number(cell.v)] ?? '#?';
    return { text: '', issue: { code: 'cell.formula_error', params: { value } } };
  }
  if (cell.t === 'b') return { text: cell.v ? 'true' : 'false' };
  if (typeof cell.v === 'number') return numberText(cell.v, String(cell.z ?? 'General'), date1904);
  return { text: String(cell.v) };
}

const errorNames: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function numberText(value: number, format: string, date1904: boolean): { text: string; issue?: Issue } {
  if (SSF.is_date(format) && !format.includes('[h')) return dateText(value, date1904);
  if (Math.abs(value) > mostExact) {
    return {
      text: BigInt(Math.trunc(value)).toString(),
      issue: { code: 'cell.number_imprecise', params: {} },
    };
  }
  if (codeFormat.test(format)) {
    const shown = SSF.format(format, value);
    if (Number(shown) === value) return { text: shown };
  }
  // Excel computes with 15 significant digits; 0.1 + 0.2 is 0.3 there.
  return { text: String(Number(value.toPrecision(15))) };
}

const two = (n: number): string => String(n).padStart(2, '0');

function dateText(value: number, date1904: boolean): { text: string; issue?: Issue } {
  const parts = SSF.parse_date_code(value, { date1904 });
  if (!parts) return { text: '', issue: { code: 'cell.date_ambiguous', params: { value: String(value) } } };
  const time = `${two(parts.H)}:${two(parts.M)}${parts.S ? `:${two(Math.floor(parts.S))}` : ''}`;
  if (value < 1) return { text: time };
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  // Excel believes that 1900 was a leap year: its day 60 does not exist.
  if (parts.y === 1900 && parts.m === 2 && parts.d === 29) {
    return { text: day, issue: { code: 'cell.date_ambiguous', params: { value: day } } };
  }
  return { text: Number.isInteger(value) ? day : `${day}T${time}` };
}
