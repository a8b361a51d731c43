import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/FormatProvider.tsx';
import { type Fact, FactList } from '../../ui/FactList.tsx';
import type { FigureLine } from './queries.ts';
import { useWords } from './use-words.ts';

/** Where a number comes from and how it was counted; what the source does not say is said too. */
export function Provenance({ figure: f }: { figure: FigureLine }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const row = (key: string, value: Fact['value']): Fact[] =>
    value === null ? [] : [{ key, term: t(`field.${key}`), value }];
  const items = [
    ...row('unit', words.unit(f.unit)),
    ...row('area', f.areaName),
    ...row('period', words.period(f)),
    ...row('asOf', f.asOf === null ? t('notSaid') : <DateText value={f.asOf} />),
    ...row('source', words.source(f.source)),
    ...row('sourceTitle', f.sourceTitle),
    ...row('sourceDay', f.sourceDay === null ? null : <DateText value={f.sourceDay} />),
    ...row(
      'sourceUrl',
      f.sourceUrl === null ? null : (
        <a href={f.sourceUrl} target="_blank" rel="noreferrer">
          {new URL(f.sourceUrl).hostname} <ExternalLink size={14} aria-label={t('newTab')} />
        </a>
      ),
    ),
    ...row('rule', words.rule(f.countingRule)),
    ...row('basis', words.basis(f.yearBasis)),
    ...row('statusSet', words.status(f.statusSet)),
    ...row('reading', f.reading === null ? null : t(`reading.${f.reading}`)),
    ...row('secondary', f.secondary ? t('secondary') : null),
    ...row('note', f.note),
  ];
  return <FactList items={items} />;
}
