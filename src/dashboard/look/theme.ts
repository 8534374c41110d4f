// Light, dark or as the system says; the choice is kept on this screen alone.

import { computed, effect, signal } from '@preact/signals';
import { type Theme, themes } from './tokens.ts';

export type ThemeChoice = Theme | 'system';

const key = 'officina-theme';
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const systemDark = signal(systemIsDark.matches);

export const themeChoice = signal<ThemeChoice>(remembered());

/** The theme that is drawn now. */
export const theme = computed<Theme>(() => {
  if (themeChoice.value !== 'system') return themeChoice.value;
  return systemDark.value ? 'dark' : 'light';
});

/** Follows the system and the choice for as long as the page lives. */
export function followTheme(): void {
  systemIsDark.addEventListener('change', (event) => {
    systemDark.value = event.matches;
  });
  effect(() => {
    for (const name of themes) document.documentElement.classList.toggle(name, themeChoice.value === name);
  });
}

/** System, light, dark, and round again. */
export function nextTheme(): void {
  const order: readonly ThemeChoice[] = ['system', 'light', 'dark'];
  themeChoice.value = order[(order.indexOf(themeChoice.value) + 1) % order.length] ?? 'system';
  try {
    localStorage.setItem(key, themeChoice.value);
  } catch {
    // A browser that keeps nothing still shows the choice until the page is closed.
  }
}

function remembered(): ThemeChoice {
  try {
    return themes.find((name) => name === localStorage.getItem(key)) ?? 'system';
  } catch {
    return 'system';
  }
}
