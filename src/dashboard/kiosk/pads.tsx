// The two pads: letters for the handle, digits for the PIN. What is typed of a PIN is shown as dots, and forgotten once it
// was sent.

import { useSignal } from '@preact/signals';
import { Key, PadKey } from './key.tsx';
import { kioskWords } from './kiosk-words.ts';
import { enterPin, handle, home, problem, step, working } from './person.ts';
import { ProblemLine } from './problem-line.tsx';

const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const handleMost = 64;

export function HandlePad() {
  const { unlock: say } = kioskWords.value;
  const type = (letter: string): void => {
    handle.value = `${handle.value}${letter}`.slice(0, handleMost);
  };
  const next = (): void => {
    problem.value = null;
    step.value = 'pin';
  };
  return (
    <section class="pad-screen" aria-label={say.handle}>
      <div class="pad-line">
        <p class="typed" role="status">
          <small>{say.handle}</small>
          <span>{handle.value === '' ? '\u00a0' : handle.value}</span>
        </p>
        <PadKey label="-" onPress={() => type('-')} />
        <Key
          label={say.erase}
          icon="delete"
          bare
          onPress={() => (handle.value = handle.value.slice(0, -1))}
        />
        <Key label={say.cancel} icon="x" bare onPress={home} />
        {handle.value !== '' && <Key label={say.next} kind="primary" onPress={next} />}
      </div>
      <div class="letters">
        {letters.map((letter) => (
          <PadKey key={letter} label={letter} onPress={() => type(letter)} />
        ))}
      </div>
    </section>
  );
}

const digits = [...'123456789'];
const pinLeast = 4;
const pinMost = 8;

export function PinPad() {
  const { unlock: say, start } = kioskWords.value;
  const pin = useSignal('');
  const type = (digit: string): void => {
    problem.value = null;
    if (pin.value.length < pinMost) pin.value += digit;
  };
  const enter = (): void => {
    const typed = pin.value;
    pin.value = '';
    void enterPin(typed);
  };
  return (
    <section class="pad-screen pin-screen" aria-label={say.pin}>
      <div class="pin-side">
        <h1>{say.pin}</h1>
        <p>{handle.value === '' ? start.pinToo : handle.value}</p>
        <p class="dots" role="status">
          <span class="unseen">{say.typed({ count: pin.value.length })}</span>
          <span aria-hidden="true">{'●'.repeat(pin.value.length) || '\u00a0'}</span>
        </p>
        <ProblemLine />
        <Key label={say.cancel} icon="x" kind="quiet" onPress={home} />
      </div>
      <div class="digits">
        {digits.map((digit) => (
          <PadKey key={digit} label={digit} onPress={() => type(digit)} />
        ))}
        <Key label={say.erase} icon="delete" bare onPress={() => (pin.value = pin.value.slice(0, -1))} />
        <PadKey label="0" onPress={() => type('0')} />
        {pin.value.length >= pinLeast && (
          <Key label={working.value ? say.checking : say.enter} kind="primary" onPress={enter} />
        )}
      </div>
    </section>
  );
}
