// What the gateway asks of the controllers of machines: to end access, and to let a host beside us work or not.

export type Controllers = {
  /** As the profile says. Resolves always, at the latest after its time limit. */
  endAccess(machine: string): Promise<'confirmed' | 'refused' | 'unknown' | 'not-needed'>;
  /**
   * Whether a host that shares the controller may work: a level, told until it is taken. False when there is nobody to be
   * told; unheard means that it may not. Left out, no host can come.
   */
  allow?(machine: string, isOpen: boolean): boolean;
};
