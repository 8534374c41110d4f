// One reader or switch: whether it is there, what it told of itself, the machine that it serves, and a setting of it that
// may give power without us, with what mends it.

import { useId } from 'preact/hooks';
import type { DeviceView } from '../../contract/devices.ts';
import { can } from '../can.ts';
import { CopyCommand } from '../frame/copy-command.tsx';
import { Icon } from '../look/icon.tsx';
import { pages } from '../paths.ts';
import { nowMs, person, place, words } from '../store.ts';
import { deviceRows, presence } from './device-lines.ts';
import { LearnSpelling } from './learn-spelling.tsx';

export function DeviceCard({ device }: { readonly device: DeviceView }) {
  const { devices: say } = words.value;
  const facts = { device, nowMs: nowMs.value, place: place.value, words: words.value };
  const title = useId();
  return (
    <article class="device" aria-labelledby={title}>
      <header>
        <h3 id={title}>{device.id}</h3>
        <p class={`standing standing-${device.there ? 'there' : 'away'}`}>
          <Icon name={device.there ? 'circle-check' : 'unplug'} />
          {presence(facts)}
        </p>
      </header>
      {device.settings
        .filter(({ safe }) => !safe)
        .map((setting) => (
          <UnsafeSetting key={setting.name} {...setting} />
        ))}
      <dl>
        <div>
          <dt>{say.serves}</dt>
          <dd>
            {device.machines.length === 0 && say.servesNone}
            {device.machines.map(({ id, name }) => (
              <a key={id} href={pages.machine(id)}>
                {name}
              </a>
            ))}
          </dd>
        </div>
        {deviceRows(facts).map(({ label, value, wide }) => (
          <div key={label} class={wide && 'wide'}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {device.role === 'reader' && can('change-members', { self: person.value, live: true }) && (
        <LearnSpelling reader={device.id} />
      )}
    </article>
  );
}

type UnsafeProps = DeviceView['settings'][number];

function UnsafeSetting({ name, value, remedy }: UnsafeProps) {
  const { devices: say } = words.value;
  return (
    <div class="unsafe tone-alarm">
      <p>
        <Icon name="octagon-alert" />
        <span>
          <b>{say.unsafe}.</b>{' '}
          {remedy === null
            ? say.unsafeBare({ setting: name, value })
            : say.unsafeWhy({ setting: name, value })}
        </span>
      </p>
      {remedy !== null && <CopyCommand command={remedy} />}
    </div>
  );
}
