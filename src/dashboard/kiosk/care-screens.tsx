// The screen itself: how loud it is, how light, and thirty seconds in which a cloth presses nothing.

import { useSignal, useSignalEffect } from '@preact/signals';
import { nextTheme, themeChoice } from '../look/theme.ts';
import { Key } from './key.tsx';
import { monoMs } from './kiosk-store.ts';
import { kioskWords } from './kiosk-words.ts';
import { home, step } from './person.ts';
import { nextVolume, volume } from './tones.ts';

const cleanMs = 30_000;

export function SettingsScreen() {
  const { care: say, settings, back } = kioskWords.value;
  return (
    <section class="ask" aria-label={settings}>
      <h1>{settings}</h1>
      <div class="keys keys-three">
        <Key label={say.volume} icon="volume-2" onPress={nextVolume}>
          <small role="status">{say.volumes[volume.value]}</small>
        </Key>
        <Key label={say.theme} icon="sun-moon" onPress={nextTheme}>
          <small role="status">{say.themes[themeChoice.value]}</small>
        </Key>
        <Key label={say.clean} icon="spray-can" onPress={() => (step.value = 'cleaning')} />
      </div>
      <div class="keys keys-one">
        <Key label={back} kind="quiet" onPress={home} />
      </div>
    </section>
  );
}

/** Nothing on it can be pressed. */
export function CleaningScreen() {
  const until = useSignal(monoMs.peek() + cleanMs);
  useSignalEffect(() => {
    if (monoMs.value >= until.value) home();
  });
  const seconds = Math.max(0, Math.ceil((until.value - monoMs.value) / 1000));
  return (
    <section class="ask cleaning" role="timer">
      <h1>{kioskWords.value.care.cleaning({ seconds })}</h1>
    </section>
  );
}
