import { z } from 'zod';
import { P0, P1 } from '../field.ts';
import { command, read } from '../route.ts';
import { measures } from './codes.ts';
import { FigureDetail, FigurePage, FigureQuery, PublishedEntry, SupersedeFigure } from './figure.ts';
import { AgreedYear, FigureChecks, YearSeries } from './series.ts';

const permission = 'figures.read';

export const figuresRoutes = {
  listFigures: read({
    path: '/figures',
    permission,
    summary: 'Agreed totals and published figures with provenance',
  })
    .input(FigureQuery)
    .output(FigurePage),
  getYearSeries: read({
    path: '/figures/series/{measure}',
    permission,
    summary: 'Agreed beside published figures of a measure, year by year, differences explained',
  })
    .input(z.object({ measure: P0(z.enum(measures)) }))
    .output(YearSeries),
  getAgreedYear: read({
    path: '/figures/agreed/{year}',
    permission,
    summary: 'Agreed totals of a year and its one-way tables, small cells hidden',
  })
    .input(z.object({ year: P0(z.coerce.number().int().min(2000).max(2100)) }))
    .output(AgreedYear),
  getChecks: read({
    path: '/figures/checks',
    permission,
    summary: 'Parts that do not add up and cumulative series that fall',
  })
    .input(z.object({}))
    .output(FigureChecks),
  getFigure: read({
    path: '/figures/{id}',
    permission,
    summary: 'One figure with its checks, conflicts and predecessors',
  })
    .input(z.object({ id: P1(z.uuid()) }))
    .output(FigureDetail),
  enterPublishedFigure: command({
    path: '/figures',
    permission: 'figures.manage',
    audit: 'figures.enter',
    summary: 'Enter a figure somebody else published, with all of its provenance',
  }).input(PublishedEntry),
  supersedeFigure: command({
    path: '/figures/{id}/supersede',
    permission: 'figures.manage',
    audit: 'figures.supersede',
    summary: 'Put another published figure in the place of one, or withdraw it, with a reason',
  }).input(SupersedeFigure),
};
