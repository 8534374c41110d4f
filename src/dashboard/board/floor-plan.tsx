// The plan of the workshop with a plate and a name where each machine stands. It is for the eye and the hand: screen readers
// and the keyboard get the list beside it, which says the same and more.

import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MachineCard } from '../../contract/board.ts';
import type { Floor } from '../../contract/floor.ts';
import { shownOf } from '../live/live-state.ts';
import { Plate } from '../look/plate.tsx';
import { stateLooks } from '../look/states.ts';
import { pages } from '../paths.ts';
import { live, words } from '../store.ts';
import { chosen } from './chosen.ts';
import { fanOut } from './fan-out.ts';

/** Of a plate with its name, px; the style sheet draws them of this size. */
const plate = { width: 120, height: 68 } as const;

type Size = { readonly width: number; readonly height: number };

export function FloorPlan({
  floor,
  machines,
}: {
  readonly floor: Floor;
  readonly machines: readonly MachineCard[];
}) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSignal<Size>({ width: 0, height: 0 });
  const ratio = useSignal<number | null>(null);
  const failed = useSignal(false);
  const fit = useComputed(() =>
    ratio.value === null ? {} : { maxWidth: `calc((100dvh - 200px) * ${ratio.value.toFixed(3)})` },
  );
  useEffect(() => {
    const host = frame.current;
    if (host === null) return;
    const measure = () => (size.value = { width: host.clientWidth, height: host.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(host);
    measure();
    return () => observer.disconnect();
  }, [size]);

  if (failed.value) return <p class="plan-lost">{words.value.floor.oldPlan}</p>;
  return (
    <div class="plan" aria-hidden="true">
      <div class="plan-picture" ref={frame} style={fit.value}>
        <img
          src={floor.picture}
          alt=""
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
            if (naturalHeight > 0) ratio.value = naturalWidth / naturalHeight;
          }}
          onError={() => (failed.value = true)}
        />
        {ratio.value !== null && <Plates floor={floor} machines={machines} size={size.value} />}
      </div>
    </div>
  );
}

type PlatesProps = { readonly floor: Floor; readonly machines: readonly MachineCard[]; readonly size: Size };

function Plates({ floor, machines, size }: PlatesProps) {
  const cards = new Map(machines.map((card) => [card.id, card]));
  const places = floor.places.map(({ machine, x, y }) => ({
    id: machine,
    x: (x / 100) * size.width,
    y: (y / 100) * size.height,
  }));
  return (
    <>
      {fanOut(places, { ...size, plate }).map(({ id, x, y }) => {
        const card = cards.get(id);
        return card && <Spot key={id} card={card} x={x} y={y} />;
      })}
    </>
  );
}

/** The first press marks it, also in the list; the second opens it. */
function Spot({ card, x, y }: { readonly card: MachineCard; readonly x: number; readonly y: number }) {
  const shown = shownOf(live.value, card);
  const isChosen = chosen.value === card.id;
  const press = (): void => {
    if (isChosen) window.location.hash = pages.machine(card.id);
    else chosen.value = card.id;
    document.getElementById(`machine-${card.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <button
      type="button"
      class={`spot tone-${stateLooks[shown].tone}`}
      data-shown={shown}
      data-chosen={isChosen}
      tabIndex={-1}
      style={{ left: `${x}px`, top: `${y}px` }}
      onClick={press}
    >
      <Plate shown={shown} />
      <span>{card.name}</span>
    </button>
  );
}
