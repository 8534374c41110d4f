// English for materials that the desk hands out, and for charges that are corrected by hand.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };

export const materials = {
  open: 'Hand out material',
  title: icu<{ machine: string }>('Material for {machine}'),
  intro: 'It is billed by the price list of the day, on a line of its own.',
  member: 'Who gets it',
  choose: 'Choose a member',
  handle: 'Handle of the member',
  material: 'Material',
  chooseMaterial: 'Choose a material',
  materialId: 'Material, as in the price list',
  none: 'The price list of this member has no material for this machine.',
  option: icu<{ name: string; price: string; unit: string }>('{name}, {price} per {unit}'),
  amount: icu<{ unit: string }>('Amount in {unit}'),
  amountPlain: 'Amount',
  amountHint: 'For instance 12.5; at most three decimals.',
  of: icu<{ amount: string; name: string }>('{amount} {name}'),
  done: icu<{ month: string }>('Entered. It stands on the statement of {month}.'),
  another: 'Hand out more',
  corrected: icu<{ who: string; time: string; reason: string }>('Corrected by {who} on {time}: {reason}.'),
  correctionReasons: {
    waived: 'it was waived',
    price: 'the price was wrong',
    'cost-code': 'it belongs to another cost code',
    agreed: 'so it was agreed',
  },
  correct: 'Correct',
  correctAsk: 'Correct what was charged? The line stays, and a further one says by how much.',
  correctTo: 'It shall cost',
  correctCode: 'Cost code',
  correctCodeHint: 'Leave it empty to keep it; "none" for the member alone.',
  correctWhy: 'Why',
  correctConfirm: 'Correct it',
  correcting: 'Correcting',
  keep: 'Keep it',
  refusals: {} as Readonly<Record<string, Refusal>>,
};
