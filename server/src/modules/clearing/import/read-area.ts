import { countryOf } from '@simpul/contract/standards/countries';
import type { CodeSystem } from '@simpul/contract/clearing/columns';
import type { RowProblemCode } from '@simpul/contract/clearing/row';
import type { AreaHit, AreaLookup } from './areas.ts';
import { clean, isBlank, isUnknownWord } from './text.ts';

export interface AreaQuestion {
  code: string;
  name: string;
  province: string;
}
export type AreaAnswer =
  | { kind: 'area'; area: AreaHit }
  | { kind: 'blank' }
  | { kind: 'unknown' }
  | { kind: 'abroad'; country: string }
  | { kind: 'problem'; code: RowProblemCode; params: Record<string, string> };

const fail = (code: RowProblemCode, params: Record<string, string> = {}): AreaAnswer => ({
  kind: 'problem',
  code,
  params,
});
const found = (area: AreaHit): AreaAnswer => ({ kind: 'area', area });

/** "6403 KUKAR", "64.02 - Kutai Kartanegara", "KUKAR (6403)": code and name of one cell. */
export function splitPlace(text: string): { code: string; name: string } {
  const cell = clean(text);
  const first = /^(\d{2}(?:[.\d]*\d)?)\s*[-–:,/|]?\s*(.*)$/.exec(cell);
  if (first?.[1]) return { code: first[1], name: first[2] ?? '' };
  const last = /^(.+?)\s*[-–:,/|(]\s*(\d{2}[.\d]*\d)\s*\)?$/.exec(cell);
  return last?.[1] && last[2] ? { code: last[2], name: last[1] } : { code: '', name: cell };
}

interface Code {
  /** Four digits. */
  digits: string;
  system: CodeSystem | undefined;
}
function readCode(text: string): Code | AreaAnswer {
  const dotted = /^(\d{2})\.(\d{2})(?:\.\d{2}(?:\.\d{4})?)?$/.exec(text);
  // Only Kemendagri writes dots.
  if (dotted?.[1] && dotted[2]) return { digits: dotted[1] + dotted[2], system: 'kemendagri' };
  if (/^\d{2}\.\d$/.test(text)) return fail('area_code_lost_zero', { code: text, perhaps: `${text}0` });
  if (/^\d{2}$/.test(text)) return fail('area_too_coarse', { code: text });
  if (/^\d{4}$|^\d{6}$|^\d{10}$/.test(text)) return { digits: text.slice(0, 4), system: undefined };
  // Seven digits are a BPS kecamatan; Kemendagri has six.
  if (/^\d{7}$/.test(text)) return { digits: text.slice(0, 4), system: 'bps' };
  return fail('area_unknown', { code: text });
}

const dot = (digits: string) => `${digits.slice(0, 2)}.${digits.slice(2)}`;

function byName(q: AreaQuestion, areas: AreaLookup): AreaAnswer {
  const hits = areas.byName(q.name, q.province || undefined);
  const [only] = hits;
  if (only && hits.length === 1) return found(only);
  if (hits.length > 1)
    return fail('area_name_ambiguous', { name: q.name, names: hits.map((h) => h.name).join(', ') });
  if (areas.isProvince(q.name)) return fail('area_too_coarse', { code: q.name });
  const country = q.name.length > 3 ? countryOf(q.name) : undefined;
  return country && country !== 'IDN' ? { kind: 'abroad', country } : fail('area_unknown', { code: q.name });
}

/**
 * Finds the kab/kota a row means. 164 BPS codes are the Kemendagri code of another kab/kota, so a bare code counts only
 * where the name beside it, or a person, says which system it is; nothing is ever guessed.
 */
export function readArea(raw: AreaQuestion, declared: CodeSystem | undefined, areas: AreaLookup): AreaAnswer {
  const q = {
    code: isBlank(raw.code) ? '' : clean(raw.code),
    name: isBlank(raw.name) ? '' : clean(raw.name),
    province: isBlank(raw.province) ? '' : clean(raw.province),
  };
  if (q.code === '' && q.name === '')
    return q.province === '' ? { kind: 'blank' } : fail('area_too_coarse', { code: q.province });
  if (q.code === '') return isUnknownWord(q.name) ? { kind: 'unknown' } : byName(q, areas);
  const code = readCode(q.code);
  if ('kind' in code) return code;

  const kemendagri = areas.byCode(dot(code.digits));
  const bps = areas.byBps?.(code.digits);
  const system = declared ?? code.system;
  const hits = q.name === '' ? undefined : areas.byName(q.name, q.province || undefined);
  const fits = (area: AreaHit | undefined) =>
    area !== undefined && (hits?.some((hit) => hit.code === area.code) ?? false);
  const same = kemendagri !== undefined && kemendagri.code === bps?.code;

  const params = {
    code: q.code,
    name: q.name,
    ...(kemendagri ? { kemendagriName: kemendagri.name } : {}),
    ...(bps ? { bpsName: bps.name } : {}),
  };
  if (!kemendagri && !bps && (areas.byBps || system !== 'bps')) return fail('area_unknown', { code: q.code });
  if (hits !== undefined && hits.length === 0) return fail('area_unknown', { code: q.name });
  if (system === 'bps' && !areas.byBps) return fail('area_code_system_unknown', params);
  if (system !== undefined) {
    const area = system === 'bps' ? bps : kemendagri;
    if (!area) return fail('area_unknown', { code: q.code });
    if (hits === undefined || fits(area)) return found(area);
    const other = system === 'bps' ? kemendagri : bps;
    return fail('area_code_name_mismatch', {
      ...params,
      system,
      ...(fits(other) ? { fits: system === 'bps' ? 'kemendagri' : 'bps' } : {}),
    });
  }
  if (hits !== undefined) {
    if (kemendagri && fits(kemendagri)) return found(kemendagri);
    return fail('area_code_name_mismatch', {
      ...params,
      system: 'kemendagri',
      ...(fits(bps) ? { fits: 'bps' } : {}),
    });
  }
  // No name to check against: only a code that means one area in both systems, or has no other reading, may stand.
  if (kemendagri && (same || (areas.byBps && !bps))) return found(kemendagri);
  return fail('area_code_system_unknown', params);
}
