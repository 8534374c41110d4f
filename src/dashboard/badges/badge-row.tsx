// One badge by the end of its number, what it holds now, and the way to report it lost, which is asked twice.

import { useSignal } from '@preact/signals';
import type { BadgeLost, BadgesAndPin } from '../../contract/badges.ts';
import type { DeviceView } from '../../contract/devices.ts';
import type { Answer } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Icon } from '../look/icon.tsx';
import { words } from '../store.ts';
import { machineNames } from './machine-names.ts';
import { ReaderField } from './reader-field.tsx';

export type ShownBadge = BadgesAndPin['badges'][number];

export type BadgeRowProps = {
  readonly badge: ShownBadge;
  /** Where another badge may take its place at once; none where that is not for this person. */
  readonly readers: readonly DeviceView[];
  readonly own: boolean;
  /** Null where it may not be taken away from here. */
  readonly lose: ((badge: string, replaceAt: string | null) => Promise<Answer<BadgeLost>>) | null;
  readonly onLost: (badge: ShownBadge, lost: BadgeLost, replaceAt: string | null) => void;
};

export function BadgeRow({ badge, readers, own, lose, onLost }: BadgeRowProps) {
  const { badges: say } = words.value.desk;
  const replaceAt = useSignal('');
  const reader = () => (replaceAt.value === '' ? null : replaceAt.value);
  const labels = {
    offer: own ? say.lostOwn : say.lost,
    // What stands on a button is part of what it is called (WCAG 2.5.3).
    offerOf: own ? words.value.named.lostOwn({ tail: badge.tail }) : say.lostOf({ tail: badge.tail }),
    keep: say.lostKeep,
    confirm: say.lostConfirm,
    working: say.lostWorking,
  };
  return (
    <li class="badge-row">
      <p class="badge-name">
        <Icon name="id-card" />
        <span>
          {say.ending({ tail: badge.tail })}
          {badge.holds.length > 0 && <small>{say.holds({ machines: machineNames(badge.holds) })}</small>}
        </span>
      </p>
      {lose !== null && (
        <AskTwice
          say={labels}
          look="danger"
          act={() => lose(badge.badge, reader())}
          onDone={(lost) => onLost(badge, lost, reader())}
        >
          <p>
            {say.lostAsk}{' '}
            {badge.holds.length === 0
              ? say.lostEndsNone
              : say.lostEnds({ machines: machineNames(badge.holds) })}
          </p>
          {readers.length > 0 && (
            <ReaderField
              label={say.replace}
              readers={readers}
              value={replaceAt.value}
              none={say.replaceNot}
              onChoose={(chosen) => (replaceAt.value = chosen)}
            />
          )}
        </AskTwice>
      )}
    </li>
  );
}
