// A panel that floats over the desk until it is closed: Escape and its button close it, and the keys return to where they came from.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../look/icon.tsx';

type Props = {
  readonly title: string;
  readonly close: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

export function Dialog({ title, close, onClose, children }: Props) {
  const own = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    own.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={own} class="dialog" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" class="plain" aria-label={close} onClick={() => own.current?.close()}>
          <Icon name="x" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
