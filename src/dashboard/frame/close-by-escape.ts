// Escape closes a menu and gives the focus back to what opened it; within two, the inner one first.

/** For `onKeyDown` of a `details`. */
export function closeByEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget;
  if (event.key !== 'Escape' || !(menu instanceof HTMLDetailsElement) || !menu.open) return;
  event.stopPropagation();
  menu.open = false;
  menu.querySelector('summary')?.focus();
}
