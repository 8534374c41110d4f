// What the build makes up: see build/tokens-sheet.ts.

declare module 'virtual:tokens.css';
