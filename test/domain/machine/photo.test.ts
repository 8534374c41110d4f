// Pictures as they are sent: told by their first bytes, without place, time and camera, and never longer than allowed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { photoLimitBytes, photoType, readPhoto } from '../../../src/domain/machine/photo.ts';

const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((one) => one.charCodeAt(0)) : [...part],
    ),
  );
const segment = (marker: number, text: string) => bytesOf([0xff, marker, 0, text.length + 2], text);
const chunk = (name: string, text: string) => bytesOf([0, 0, 0, text.length], name, text, 'crc!');

const jpeg = (...segments: Uint8Array[]) =>
  bytesOf([0xff, 0xd8], ...segments.map((one) => [...one]), [0xff, 0xda, 0, 2], 'pixels', [0xff, 0xd9]);
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (...chunks: Uint8Array[]) =>
  bytesOf(pngStart, ...chunks.map((one) => [...one]), [...chunk('IEND', '')]);
const kept = (bytes: Uint8Array): Uint8Array => {
  const read = readPhoto(bytes);
  if (!read.ok) throw new Error(read.code);
  return read.bytes;
};

describe('a JPEG', () => {
  const plain = jpeg(segment(0xe0, 'JFIF'), segment(0xdb, 'tables'));

  it('stays as it is when there is nothing about people in it', () => {
    expect(kept(plain)).toEqual(plain);
    expect(photoType(plain)).toBe('image/jpeg');
  });

  it.each([
    ['EXIF', 0xe1],
    ['IPTC', 0xed],
    ['a comment', 0xfe],
    ['a second picture', 0xe2],
  ])('loses %s', (_what, marker) => {
    const told = jpeg(segment(0xe0, 'JFIF'), segment(marker, 'GPS 45.07 7.68'), segment(0xdb, 'tables'));
    expect(kept(told)).toEqual(plain);
  });

  it('loses what stands after its end', () => {
    expect(kept(bytesOf([...plain], 'Exif of another picture'))).toEqual(plain);
  });

  it.each([
    ['cut off in a segment', plain.subarray(0, 8)],
    ['cut off in its pixels', plain.subarray(0, plain.length - 2)],
    ['without pixels', bytesOf([0xff, 0xd8], [...segment(0xe0, 'JFIF')])],
    ['with a length of nothing', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 0], 'x'.repeat(9))],
    [
      'with application data among its pixels',
      jpeg(bytesOf([0xff, 0xda, 0, 2], 'a', [...segment(0xe1, 'GPS')])),
    ],
  ])('%s is none', (_what, bytes) => {
    expect(readPhoto(bytes)).toEqual({ ok: false, code: 'photo-unreadable' });
  });
});

describe('a PNG', () => {
  const plain = png(chunk('IHDR', 'size'), chunk('IDAT', 'pixels'));

  it.each(['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prVt'])('loses %s', (name) => {
    expect(kept(png(chunk('IHDR', 'size'), chunk(name, 'GPS 45.07'), chunk('IDAT', 'pixels')))).toEqual(
      plain,
    );
  });

  it('is none when it is cut off', () => {
    expect(readPhoto(plain.subarray(0, plain.length - 3))).toEqual({ ok: false, code: 'photo-unreadable' });
  });
});

describe('anything else', () => {
  it.each([['GIF89a'], ['<svg onload=alert(1)>'], ['<html>'], ['']])('%s is no picture', (text) => {
    expect(readPhoto(bytesOf(text))).toEqual({ ok: false, code: 'photo-unreadable' });
  });

  it('a picture larger than a mebibyte is refused before it is read', () => {
    expect(readPhoto(new Uint8Array(photoLimitBytes + 1))).toEqual({ ok: false, code: 'photo-too-large' });
  });

  it('inv. 11: whatever is sent, what is kept is as long at most, and kept again is the same', () => {
    const starts = fc.constantFrom([0xff, 0xd8, 0xff], pngStart, []);
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const bytes = bytesOf(start, [...rest]);
        const read = readPhoto(bytes);
        if (!read.ok) return;
        expect(read.bytes.length).toBeLessThanOrEqual(bytes.length);
        expect(readPhoto(read.bytes)).toEqual(read);
      }),
    );
  });
});
