import { Equal, EqualApproximately, EyeOff, Minus, Slash, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Breakable } from '../../../ui/Breakable.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Status, type StatusKind } from '../../../ui/Status.tsx';
import type { Pair } from '../queries.ts';
import classes from './Desk.module.css';
import { compared, differingParts } from './pair-words.ts';
import type { Opened } from './use-opened.ts';
import { type Compared, usePairWords } from './use-pair-words.ts';

const looks: Record<Compared['agreement'], { kind: StatusKind; icon: LucideIcon }> = {
  equal: { kind: 'ok', icon: Equal },
  close: { kind: 'info', icon: EqualApproximately },
  different: { kind: 'wait', icon: X },
  missing: { kind: 'mut', icon: Minus },
  apart: { kind: 'mut', icon: Slash },
};

/** Two records side by side. A difference is tint, underline, word and icon at once. */
export function PairTable({ pair, opened }: { pair: Pair; opened: Opened | undefined }) {
  const { t } = useTranslation('clearing-round');
  const words = usePairWords(pair.pattern);
  return (
    <table className={classes['pair']} role="table" aria-label={t('pair.caption')}>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell" className={classes['corner']} />
          <Source agency={pair.agencyA} row={pair.rowA} imported={pair.confirmedA} />
          <Source agency={pair.agencyB} row={pair.rowB} imported={pair.confirmedB} />
          <th role="columnheader" scope="col">
            <span className="visually-hidden">{t('pair.agreement')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {compared(pair.pattern, pair.agencyA === pair.agencyB).map((p) => (
          <tr
            key={p.field}
            role="row"
            data-differs={p.agreement === 'close' || p.agreement === 'different' || undefined}
          >
            <th role="rowheader" scope="row">
              {words.field(p)}
            </th>
            <Side p={p} side="a" opened={opened} />
            <Side p={p} side="b" opened={opened} />
            <td role="cell" className={classes['agreement']}>
              <Status {...looks[p.agreement]}>{words.agreement(p)}</Status>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Source({ agency, row, imported }: { agency: string; row: number; imported: string }) {
  const { t } = useTranslation('clearing-round');
  const { date, number } = useFormat();
  return (
    <th role="columnheader" scope="col" className={classes['source']}>
      <strong>{agency}</strong>
      <span>{t('pair.source', { row: number(row), when: date(imported, 'noYear') })}</span>
    </th>
  );
}

interface SideProps {
  p: Compared;
  side: 'a' | 'b';
  opened: Opened | undefined;
}
function Side({ p, side, opened }: SideProps) {
  const { t } = useTranslation('clearing-round');
  const words = usePairWords([p]);
  const shown = opened?.field === p.field ? opened : undefined;
  const value = p[side];
  if (shown)
    return (
      <td role="cell" className={classes['side']} data-opened data-print="no">
        {side === 'b' ? (
          <Differing a={words.opened(p.field, shown.a)} b={words.opened(p.field, shown.b)} />
        ) : (
          words.opened(p.field, shown.a)
        )}
      </td>
    );
  if (value === null)
    return (
      <td role="cell" className={classes['side']} data-empty>
        {t('pair.none')}
      </td>
    );
  const text = words.value(p, value);
  return (
    <td role="cell" className={classes['side']} data-masked={p.masked || undefined}>
      {p.masked && (
        <>
          <EyeOff size={16} aria-hidden />
          <span className="visually-hidden">{t('pair.masked')} </span>
        </>
      )}
      {side === 'b' && p.a !== null && p.agreement !== 'apart' ? (
        <Differing a={words.value(p, p.a)} b={text} />
      ) : (
        <span>
          <Breakable>{text}</Breakable>
        </span>
      )}
    </td>
  );
}

function Differing({ a, b }: { a: string; b: string }) {
  return (
    <span>
      {differingParts(a, b).map((part, i) =>
        part.differs ? (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of one text, in its order
          <mark key={i} className={classes['mark']}>
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}
