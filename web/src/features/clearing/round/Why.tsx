import { Equal, EqualApproximately, Minus, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Pair } from '../queries.ts';
import classes from './Desk.module.css';
import { compared } from './pair-words.ts';
import { type Compared, usePairWords } from './use-pair-words.ts';

const groups = [
  { agreement: 'equal', icon: Equal },
  { agreement: 'close', icon: EqualApproximately },
  { agreement: 'different', icon: X },
  { agreement: 'missing', icon: Minus },
] as const satisfies readonly { agreement: Compared['agreement']; icon: LucideIcon }[];

/**
 * Why the pair was proposed. Exact matching knows no probability, so none is shown: only what was equal, and what of the
 * rest speaks for or against.
 */
export function Why({ pair }: { pair: Pair }) {
  const { t } = useTranslation('clearing-round');
  const words = usePairWords(pair.pattern);
  const fields = compared(pair.pattern, pair.agencyA === pair.agencyB);
  return (
    <section className={classes['why']} aria-labelledby="clearing-why">
      <h2 id="clearing-why">{t('why.title')}</h2>
      <p className={classes['because']}>{t(`basis.${pair.basis}`)}</p>
      <p className={classes['small']}>{t('why.noProbability')}</p>
      {groups.map(({ agreement, icon: Icon }) => {
        const of = fields.filter((p) => p.agreement === agreement);
        if (of.length === 0) return null;
        return (
          <div key={agreement} className={classes['evidence']} data-agreement={agreement}>
            <h3>
              <Icon size={16} aria-hidden />
              {t(`why.${agreement}`, { count: of.length })}
            </h3>
            <p>{of.map((p) => words.field(p)).join(', ')}</p>
          </div>
        );
      })}
      {pair.reused && <p className={classes['small']}>{t('why.reused')}</p>}
      <p className={classes['engine']}>{t('why.engine')}</p>
    </section>
  );
}
