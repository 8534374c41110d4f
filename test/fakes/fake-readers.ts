// Readers at the door: they show the answers they get, unless they are away.

import type { Readers, TapAnswer } from '../../src/gateway/ports.ts';

export type FakeReaders = Readers & {
  /** Answers that a reader showed, oldest first. */
  readonly shown: readonly { readonly reader: string; readonly answer: TapAnswer }[];
  setThere(reader: string, there: boolean): void;
};

export function createFakeReaders(): FakeReaders {
  const shown: { reader: string; answer: TapAnswer }[] = [];
  const away = new Set<string>();
  return {
    shown,
    async answer(reader, answer) {
      if (away.has(reader)) throw new Error(`${reader} is away`);
      shown.push({ reader, answer });
    },
    setThere(reader, there) {
      if (there) away.delete(reader);
      else away.add(reader);
    },
  };
}
