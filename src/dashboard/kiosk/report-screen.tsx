// A report: one of six things, and whether the machine is safe to use. A no locks it for whoever comes next; it ends nothing.

import { useSignal } from '@preact/signals';
import type { IconName } from '../look/icons.ts';
import { Key } from './key.tsx';
import { kioskWords } from './kiosk-words.ts';
import { act, home, say as tell } from './person.ts';
import { ProblemLine } from './problem-line.tsx';

const pictures = {
  noise: 'volume-2',
  smell: 'flame',
  broken: 'wrench',
  dirty: 'spray-can',
  air: 'fan',
  other: 'ellipsis',
} as const satisfies Readonly<Record<string, IconName>>;
type Choice = keyof typeof pictures;

export function ReportScreen() {
  const { report: say, unlock } = kioskWords.value;
  const chosen = useSignal<Choice | null>(null);
  const choice = chosen.value;

  async function report(isSafe: boolean): Promise<void> {
    if (choice === null) return;
    const severity = isSafe ? 'flag' : 'lock';
    const made = await act((as) => as.report({ severity, text: say.choices[choice] }));
    if (made === null) return;
    tell(say.done, { isNo: false });
    home();
  }

  if (choice === null)
    return (
      <section class="report" aria-label={say.title}>
        <h1>{say.title}</h1>
        <div class="keys keys-six">
          {(Object.keys(pictures) as Choice[]).map((one) => (
            <Key
              key={one}
              label={say.choices[one]}
              icon={pictures[one]}
              onPress={() => (chosen.value = one)}
            />
          ))}
        </div>
        <div class="keys keys-one">
          <Key label={unlock.cancel} kind="quiet" onPress={home} />
        </div>
      </section>
    );
  return (
    <section class="ask" aria-label={say.safe}>
      <p>{say.choices[choice]}</p>
      <h1>{say.safe}</h1>
      <p>{say.noWhy}</p>
      <ProblemLine />
      <div class="keys keys-three">
        <Key label={unlock.cancel} kind="quiet" onPress={home} />
        <Key label={say.no} icon="lock" onPress={() => void report(false)} />
        <Key label={say.yes} icon="check" onPress={() => void report(true)} />
      </div>
    </section>
  );
}
