export { recordAgreedFigures, type AgreedFigure, type AgreedFigures } from './record-agreed.ts';
