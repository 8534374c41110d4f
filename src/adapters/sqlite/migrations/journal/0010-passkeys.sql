-- With what members sign in to the page. No row holds a secret: the private key never leaves the authenticator.
CREATE TABLE passkeys (
  passkey TEXT PRIMARY KEY,
  member TEXT NOT NULL,
  name TEXT NOT NULL,
  credential TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  added_at_ms INTEGER NOT NULL,
  used_at_ms INTEGER
) STRICT;
