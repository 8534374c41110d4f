// English for signing in.

export const signIn = {
  title: 'Sign in',
  handle: 'Handle',
  password: 'Password',
  submit: 'Sign in',
  wallScreen: 'This is a wall screen: use a token',
  person: 'Use handle and password',
  token: 'Token',
  tokenHint: 'A steward makes one with the scope board:read.',
  submitToken: 'Use this token',
};
