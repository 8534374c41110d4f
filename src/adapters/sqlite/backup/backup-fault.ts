// Why a backup could not be made, read or put back, as a code and one sentence that names the thing, the reason and the
// remedy.

export type BackupFaultCode =
  /** Where it is to go, or where it is to be put back, does not suit. */
  | 'backup-place'
  | 'backup-no-room'
  /** It is no backup, is cut off, or was changed. */
  | 'backup-damaged'
  | 'backup-newer'
  | 'erasures-damaged';

export class BackupFault extends Error {
  readonly code: BackupFaultCode;
  constructor(code: BackupFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupFault';
    this.code = code;
  }
}
