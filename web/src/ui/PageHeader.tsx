import { ChevronRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  /** What this is, or what was found. Also the title of the browser's tab. */
  title: string;
  /** Set when the heading shows more than plain words, e.g. a code. */
  heading?: ReactNode;
  sub?: ReactNode;
  /** Links to what lies above, the topmost first. */
  crumbs?: readonly ReactNode[];
  /** The one filled button. */
  primary?: ReactNode;
  /** Further acts, before the filled one. */
  acts?: ReactNode;
}

export function PageHeader({ title, heading, sub, crumbs, primary, acts }: PageHeaderProps) {
  const { t } = useTranslation('ui');
  return (
    <header className={classes['header']}>
      <title>{`${title} · Simpul`}</title>
      <div className={classes['words']}>
        {crumbs && crumbs.length > 0 && (
          <nav aria-label={t('breadcrumbs')} className={classes['crumbs']} data-print="no">
            {crumbs.map((crumb, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- the trail is fixed for a page
              <Fragment key={i}>
                {i > 0 && <ChevronRight size={16} aria-hidden />}
                {crumb}
              </Fragment>
            ))}
          </nav>
        )}
        <h1>{heading ?? title}</h1>
        {sub && <div className={classes['sub']}>{sub}</div>}
      </div>
      {(primary || acts) && (
        <div className={classes['acts']} data-print="no">
          {acts}
          {primary}
        </div>
      )}
    </header>
  );
}
