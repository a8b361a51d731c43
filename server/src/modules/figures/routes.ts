import { figuresRoutes as contract } from '@simpul/contract/figures/routes';
import { bind } from '../../platform/http/bind.ts';
import { getAgreedYear } from './agreed-year.ts';
import { enterPublishedFigure } from './enter-published.ts';
import { getChecks, getFigure, listFigures } from './reads.ts';
import { getYearSeries } from './series.ts';
import { supersedeFigure } from './supersede-figure.ts';

export const figuresRouter = {
  listFigures: bind(contract.listFigures, listFigures),
  getYearSeries: bind(contract.getYearSeries, getYearSeries),
  getAgreedYear: bind(contract.getAgreedYear, getAgreedYear),
  getChecks: bind(contract.getChecks, (ctx) => getChecks(ctx)),
  getFigure: bind(contract.getFigure, getFigure),
  enterPublishedFigure: bind(contract.enterPublishedFigure, enterPublishedFigure),
  supersedeFigure: bind(contract.supersedeFigure, supersedeFigure),
};
