// Two tones up are a yes, one low tone is a no. How loud is kept on this screen alone; before the first press a browser
// makes no sound, and then there is none.

import { signal } from '@preact/signals';

const key = 'officina-kiosk-volume';
const gains = [0, 0.06, 0.2, 0.6] as const;

/** Place in the list of volumes, 0 for silence. */
export const volume = signal(remembered());

export function nextVolume(): void {
  volume.value = (volume.value + 1) % gains.length;
  try {
    localStorage.setItem(key, String(volume.value));
  } catch {
    // A browser that keeps nothing still plays as chosen until the page is closed.
  }
  playYes();
}

export const playYes = (): void => play([660, 990]);
export const playNo = (): void => play([196]);

let audio: AudioContext | null = null;

function play(tones: readonly number[]): void {
  const gain = gains[volume.value] ?? 0;
  if (gain === 0 || !('AudioContext' in window)) return;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') audio.resume().catch(() => undefined);
  for (const [place, hz] of tones.entries()) {
    const fromS = audio.currentTime + place * 0.12;
    const untilS = fromS + (tones.length === 1 ? 0.3 : 0.11);
    const tone = audio.createOscillator();
    const level = audio.createGain();
    tone.frequency.value = hz;
    level.gain.setValueAtTime(gain, fromS);
    level.gain.exponentialRampToValueAtTime(0.001, untilS);
    tone.connect(level).connect(audio.destination);
    tone.start(fromS);
    tone.stop(untilS);
  }
}

function remembered(): number {
  try {
    const kept = Number(localStorage.getItem(key) ?? '2');
    return Number.isInteger(kept) && kept >= 0 && kept < gains.length ? kept : 2;
  } catch {
    return 2;
  }
}
