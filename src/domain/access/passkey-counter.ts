// The counter of a passkey: an authenticator that counts gives a higher number each time it signs, so a number that does
// not grow means that two of them hold one key.

/** Passkeys that are kept on several devices do not count; theirs is 0 for ever (WebAuthn 3, 6.1.1). */
export const counterGrows = ({ before, now }: { readonly before: number; readonly now: number }): boolean =>
  now > before || (now === 0 && before === 0);
