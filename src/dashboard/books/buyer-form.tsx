// Where the invoices of a payer go, and the permission to collect from their account. It is erased with the member.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BuyerBody } from '../../contract/books.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { place, words } from '../store.ts';
import { booksClient } from './books-client.ts';

const must = ['name', 'street', 'zip', 'city', 'country'] as const;
const may = ['email', 'vatId', 'taxCode', 'sdiCode', 'pec'] as const;
type Field = (typeof must)[number] | (typeof may)[number];

type Props = { readonly payer: string; readonly name: string; onSaved(): void };

export function BuyerForm({ payer, name, onSaved }: Props) {
  const { monthClose: say } = words.value;
  const country = place.value.locale.split('-')[1] ?? '';
  const before = useSignal<BuyerBody>({ name, street: '', zip: '', city: '', country });
  const typed = useSignal<Partial<Record<Field, string>>>({});
  useEffect(() => {
    void booksClient.buyer(payer).then((answer) => {
      if (answer.ok) before.value = answer.value;
    });
  }, [payer, before]);

  const textOf = (field: Field): string => typed.value[field] ?? before.value[field] ?? '';
  const isWhole = must.every((field) => textOf(field).trim() !== '');
  const body = (): BuyerBody => {
    const texts = [...must, ...may].map((field) => [field, textOf(field).trim()] as const);
    const { province, contact, reference, language } = before.value;
    const kept = Object.entries({ province, contact, reference, language }).filter(
      ([, one]) => one !== undefined,
    );
    // What is left empty is not told; those that must be there stop the button.
    return Object.fromEntries([...kept, ...texts.filter(([, text]) => text !== '')]) as BuyerBody;
  };
  const field = (one: Field) => (
    <label key={one}>
      {say.fields[one]}
      <input
        maxlength={one === 'country' ? 2 : 200}
        value={textOf(one)}
        onInput={(event) => (typed.value = { ...typed.value, [one]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <div class="buyer">
      <AskTwice
        say={{ ...say.address, offerOf: `${say.address.offer}: ${name}` }}
        look="link"
        ready={isWhole}
        act={() => booksClient.setBuyer(payer, body())}
        onDone={onSaved}
      >
        <div class="payment-fields">{[...must, ...may].map(field)}</div>
      </AskTwice>
      <MandateForm payer={payer} name={name} />
    </div>
  );
}

function MandateForm({ payer, name }: Pick<Props, 'payer' | 'name'>) {
  const { monthClose: say } = words.value;
  const saved = useSignal(false);
  const [id, signedOn, iban] = [useSignal(''), useSignal(''), useSignal('')];
  if (saved.value) return <p role="status">{say.address.saved}</p>;
  const fields = [
    [say.mandate.id, id],
    [say.mandate.iban, iban],
  ] as const;
  return (
    <AskTwice
      say={{ ...say.mandate, offerOf: `${say.mandate.offer}: ${name}` }}
      look="link"
      ready={signedOn.value !== '' && fields.every(([, { value }]) => value.trim() !== '')}
      act={() =>
        booksClient.setMandate(payer, {
          ...{ id: id.value.trim(), signedOn: signedOn.value, use: 'recurrent' },
          iban: iban.value.replaceAll(' ', '').toUpperCase(),
        })
      }
      onDone={() => (saved.value = true)}
    >
      <div class="payment-fields">
        <label>
          {say.mandate.signedOn}
          <input
            type="date"
            value={signedOn.value}
            onInput={(event) => (signedOn.value = event.currentTarget.value)}
          />
        </label>
        {fields.map(([label, text]) => (
          <label key={label}>
            {label}
            <input
              maxlength={40}
              value={text.value}
              onInput={(event) => (text.value = event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
    </AskTwice>
  );
}
