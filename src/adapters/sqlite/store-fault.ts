// Why a store could not be opened, as a code and one sentence that names the file, the reason and the remedy.

export type StoreFaultCode =
  | 'journal-locked'
  | 'journal-newer'
  | 'journal-older'
  | 'journal-missing'
  | 'journal-damaged'
  | 'journal-unreadable';

export class StoreFault extends Error {
  readonly code: StoreFaultCode;
  constructor(code: StoreFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreFault';
    this.code = code;
  }
}
