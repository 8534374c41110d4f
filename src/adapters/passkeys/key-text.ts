// Bytes of keys as text for the people table, and back: base64url.

export const keyText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A copy of its own: the library asks for bytes that are shared with nobody. */
export const keyOf = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'base64url');
