import JSZip from 'jszip';
import { packZip } from './docx-template.ts';
import { declaration, escapeXml, relationships } from './docx-xml.ts';
import type { BarsView } from './paper-view.ts';
import { columnName } from './sheet.ts';
import { writeXlsx } from './xlsx-write.ts';

/** The bars as a chart of Word's own (ECMA-376 part 1, DrawingML charts), with its figures to edit. */

const tones = [
  ['2B3336'],
  ['9AA5A6', '2B3336'],
  ['BCC4C5', '7C8789', '2B3336'],
  ['CBD2D3', '9AA5A6', '657073', '2B3336'],
];
const text = (points: number, hex: string, bold: boolean): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${points * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${hex}"/></a:solidFill>` +
  '<a:latin typeface="Source Sans 3"/></a:defRPr></a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>';
const stroke = (hex: string, width: number): string =>
  `<a:ln w="${width}"><a:solidFill><a:srgbClr val="${hex}"/></a:solidFill></a:ln>`;

function points(values: readonly { value: number | null }[]): string {
  const filled = values.map((v, i) =>
    v.value === null ? '' : `<c:pt idx="${i}"><c:v>${v.value}</c:v></c:pt>`,
  );
  return `<c:ptCount val="${values.length}"/>${filled.join('')}`;
}

function series(bars: BarsView, index: number): string {
  const colour = tones[bars.series.length - 1]?.[index] ?? '2B3336';
  const last = index === bars.series.length - 1;
  const values = bars.points.map((p) => p.values[index] ?? { value: null });
  const rows = bars.points.length + 1;
  const column = columnName(index + 1);
  const white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>';
  const hatch = `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`;
  // Hatched: not a whole period. Hollow: of another kind than the rest.
  const unlike = bars.points
    .map((p, i) =>
      p.partial || p.hollow
        ? `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>` +
          `${p.partial ? hatch : white}${stroke(colour, p.hollow ? 15_240 : 9525)}</c:spPr></c:dPt>`
        : '',
    )
    .join('');
  const labels = bars.points.map(
    (p) => `<c:pt idx="${bars.points.indexOf(p)}"><c:v>${escapeXml(p.label)}</c:v></c:pt>`,
  );
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:strRef><c:f>Data!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(bars.series[index]?.label ?? '')}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>${unlike}` +
    `<c:dLbls><c:numFmt formatCode="#,##0.##" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text(9.5, '1A2024', last)}` +
    '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat><c:strRef><c:f>Data!$A$2:$A$${rows}</c:f><c:strCache><c:ptCount val="${labels.length}"/>${labels.join('')}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>Data!$${column}$2:$${column}$${rows}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

export function chartXml(bars: BarsView, workbook: string): string {
  const step = bars.ticks[1]?.value ?? 1;
  const axis = (kind: 'catAx' | 'valAx', own: string) => {
    const [id, cross] = kind === 'catAx' ? [1001, 1002] : [1002, 1001];
    return `<c:${kind}><c:axId val="${id}"/>${own}<c:crossAx val="${cross}"/><c:crosses val="autoZero"/></c:${kind}>`;
  };
  const category = axis(
    'catAx',
    '<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>' +
      `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${stroke('1A2024', 11_430)}</c:spPr>${text(9.5, '1A2024', false)}`,
  );
  const value = axis(
    'valAx',
    `<c:scaling><c:orientation val="minMax"/><c:max val="${Math.ceil((bars.most * 1.12) / step) * step}"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>` +
      `<c:majorGridlines><c:spPr>${stroke('DADFE0', 7620)}</c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0.##" sourceLinked="0"/>` +
      `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${text(9.5, '50595E', false)}`,
  ).replace('</c:valAx>', `<c:crossBetween val="between"/><c:majorUnit val="${step}"/></c:valAx>`);
  const legend =
    bars.series.length > 1
      ? `<c:legend><c:legendPos val="r"/><c:overlay val="0"/>${text(9.5, '1A2024', false)}</c:legend>`
      : '';
  return (
    `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${relationships}">` +
    '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>' +
    `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${bars.series.map((_, i) => series(bars, i)).join('')}` +
    '<c:gapWidth val="55"/><c:overlap val="-6"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>' +
    `${category}${value}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

/** The figures behind the chart, which Word opens for "Edit data". */
export async function chartWorkbook(bars: BarsView): Promise<Uint8Array> {
  const made = await writeXlsx([
    {
      name: 'Data',
      columns: [{ label: ' ' }, ...bars.series.map((s) => ({ label: s.label }))],
      rows: bars.points.map((p) => [p.label, ...p.values.map((v) => v.value)]),
    },
  ]);
  return packZip(await JSZip.loadAsync(made));
}
