// One's own badges, of which one may be reported lost, and one's PIN.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BadgesAndPin } from '../../contract/badges.ts';
import type { Problem } from '../../contract/people.ts';
import { BadgesPanel } from '../badges/badges-panel.tsx';
import { PinPanel } from '../badges/pin-panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork } from '../store.ts';
import { meClient } from './me-client.ts';

export function BadgesPart() {
  const badges = useSignal<BadgesAndPin | null>(null);
  const problem = useSignal<Problem | null>(null);
  const reachable = atWork.value;
  useEffect(() => {
    if (!reachable) return;
    void meClient.badges().then((answer) => {
      if (answer.ok) badges.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [reachable, badges, problem]);
  const known = badges.value;
  if (known === null) return <ProblemText problem={problem.value} />;
  return (
    <>
      <BadgesPanel
        badges={known}
        enrol={null}
        ask={meClient.badges}
        lose={(badge) => meClient.loseBadge(badge)}
        onChanged={(after) => (badges.value = after)}
      />
      <PinPanel
        pin={known.pin}
        changeable={known.changeable}
        own
        save={meClient.setPin}
        onChanged={(pin) => (badges.value = { ...known, pin })}
      />
    </>
  );
}
