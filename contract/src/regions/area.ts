import { z } from 'zod';
import { P0 } from '../field.ts';
import { areaKinds, areaLevels } from './rules.ts';

/** Kemendagri code, dotted, always text: 62.10 stays 62.10. */
export const AreaCode = z
  .string()
  .regex(
    /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/,
    'Use the dotted Kemendagri code, such as 64, 64.09, 64.09.04.',
  );

export const AreaLevel = z.enum(areaLevels);

/** An area as lists show it. */
export const AreaRef = z.object({
  code: P0(AreaCode),
  name: P0(z.string()),
  level: P0(AreaLevel),
  kind: P0(z.enum(areaKinds)),
});
export type AreaRef = z.infer<typeof AreaRef>;

/** Where a dated fact of this module comes from: checked against a published text, or from memory. */
export const areaMarks = ['verified', 'memory'] as const;
export const AreaMark = z.enum(areaMarks);

export const aliasKinds = ['former', 'abbreviation', 'spelling'] as const;
export const areaMatches = ['code', 'exact', 'prefix', 'word', 'typo'] as const;

/** Says that the text met another name of the area, or that the area is no longer in force. */
export const AreaNote = z.object({
  kind: P0(z.enum([...aliasKinds, 'overlay', 'ended'])),
  /** The other name, the overlay that touches the area, or the last day. */
  text: P0(z.string()),
});

/** One answer of the search; `path` holds the names above it, the widest first. */
export const AreaHit = AreaRef.extend({
  path: P0(z.array(z.string())),
  match: P0(z.enum(areaMatches)),
  note: AreaNote.nullable(),
});
export type AreaHit = z.infer<typeof AreaHit>;

/** One step of browsing: an area and how many lie directly below it. */
export const AreaChild = AreaRef.extend({ children: P0(z.number().int()) });
export type AreaChild = z.infer<typeof AreaChild>;

export const successionKinds = ['rename', 'split', 'merge', 'move'] as const;

/** A dated change of codes, read from either side. */
export const Succession = z.object({
  kind: P0(z.enum(successionKinds)),
  date: P0(z.iso.date()),
  oldCode: P0(AreaCode),
  oldName: P0(z.string()),
  newCode: P0(AreaCode),
  newName: P0(z.string()),
  basis: P0(z.string()),
  mark: P0(AreaMark),
});
export type Succession = z.infer<typeof Succession>;

/** An area across the levels, such as the new capital: a tag on areas, never a level of its own. */
export const Overlay = z.object({
  code: P0(z.string()),
  name: P0(z.string()),
  kind: P0(z.string()),
  basis: P0(z.string()),
  mark: P0(AreaMark),
  members: z.array(AreaRef.extend({ path: P0(z.array(z.string())), mark: P0(AreaMark) })),
});
export type Overlay = z.infer<typeof Overlay>;

export const AreaDetail = AreaRef.extend({
  /** Areas above it, the widest first. */
  path: z.array(AreaRef),
  /** Empty where the start is older than the list. */
  validFrom: P0(z.iso.date().nullable()),
  validTo: P0(z.iso.date().nullable()),
  source: P0(z.string()),
  /** The day asked about, and whether the code was in force on it. */
  on: P0(z.iso.date()),
  inForce: P0(z.boolean()),
  aliases: z.array(
    z.object({
      name: P0(z.string()),
      kind: P0(z.enum(aliasKinds)),
      basis: P0(z.string()),
      mark: P0(AreaMark),
    }),
  ),
  succession: z.array(Succession),
  overlays: z.array(z.object({ code: P0(z.string()), name: P0(z.string()), mark: P0(AreaMark) })),
  counts: z.object({
    regency: P0(z.number().int()),
    district: P0(z.number().int()),
    village: P0(z.number().int()),
  }),
  bpsCode: P0(z.string().nullable()),
});
export type AreaDetail = z.infer<typeof AreaDetail>;

/** Which list of areas is loaded, and the notice that travels with it. */
export const AreaSource = z.object({
  name: P0(z.string()),
  version: P0(z.string()),
  decree: P0(z.string()),
  licence: P0(z.string()),
  url: P0(z.string()),
  sha256: P0(z.string()),
  loadedAt: P0(z.iso.datetime({ offset: true })),
  counts: z.object({
    province: P0(z.number().int()),
    regency: P0(z.number().int()),
    district: P0(z.number().int()),
    village: P0(z.number().int()),
  }),
});
export type AreaSource = z.infer<typeof AreaSource>;
