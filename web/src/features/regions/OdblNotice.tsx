import { areaNotice } from '@simpul/contract/regions/rules';
import { useTranslation } from 'react-i18next';
import classes from './Regions.module.css';

/** The notice of the licence stands wherever areas are listed. */
export function OdblNotice() {
  const { i18n } = useTranslation('regions');
  return <p className={classes['notice']}>{areaNotice[i18n.language === 'en' ? 'en' : 'id']}</p>;
}
