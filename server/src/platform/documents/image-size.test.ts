import { expect, test } from 'vitest';
import { imageSize } from './image-size.ts';

test('PNG and JPEG say their size; rubbish counts as a square', () => {
  const png = Buffer.alloc(24);
  png.writeUInt32BE(300, 16);
  png.writeUInt32BE(400, 20);
  expect(imageSize(png, 'image/png')).toEqual({ width: 300, height: 400 });
  // SOI, an APP0 segment to step over, then SOF0 with height 400 and width 300.
  const jpeg = Buffer.from('ffd8ffe00004aaaaffc00011080190012c03011100021101031101', 'hex');
  expect(imageSize(jpeg, 'image/jpeg')).toEqual({ width: 300, height: 400 });
  expect(imageSize(Buffer.alloc(5), 'image/png')).toEqual({ width: 1, height: 1 });
  expect(imageSize(Buffer.from('ffd8ff'), 'image/jpeg')).toEqual({ width: 1, height: 1 });
  expect(imageSize(Buffer.alloc(40), 'image/png')).toEqual({ width: 1, height: 1 });
});
