/** Small words for WordprocessingML (ECMA-376 part 1), shared by the template builder and the block writer. */

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';

export const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A run of text; line breaks and tabs become Word's own. */
export function run(text: string, properties = ''): string {
  const pieces = text.split(/(\n|\t)/).map((piece) => {
    if (piece === '\n') return '<w:br/>';
    if (piece === '\t') return '<w:tab/>';
    return piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
  });
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${pieces.join('')}</w:r>`;
}

export const paragraph = (style: string, content: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;

/** A field that Word works out itself, such as PAGE. */
export const field = (code: string, shown: string): string =>
  `<w:fldSimple w:instr=" ${code} ">${run(shown)}</w:fldSimple>`;

/** Twentieths of a point, as Word measures. */
export const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
