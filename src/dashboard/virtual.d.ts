// What the build makes up: see build/tokens-sheet.ts and build/board-words.ts.

declare module 'virtual:tokens.css';

declare module '*/en.ts?board' {
  export const en: typeof import('./words/en.ts').en;
}

declare module '*/it.ts?board' {
  export const it: typeof import('./words/en.ts').en;
}

declare module '*/es.ts?board' {
  export const es: typeof import('./words/en.ts').en;
}

declare module '*/ro.ts?board' {
  export const ro: typeof import('./words/en.ts').en;
}

declare module '*/de.ts?board' {
  export const de: typeof import('./words/en.ts').en;
}

declare module '*/fr.ts?board' {
  export const fr: typeof import('./words/en.ts').en;
}
