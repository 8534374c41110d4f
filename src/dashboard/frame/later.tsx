// A page whose code is fetched when it is first opened, so that the board does not wait for what few people see.

import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { ownCodes } from '../client.ts';
import { atWork, wantAllWords, wordsWhole } from '../store.ts';
import { ProblemText } from './problem-text.tsx';

/** The page in place of which something stands until it is there; asked for again when the gateway is back. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const state = useSignal<'waiting' | 'there' | 'failed'>(loaded === null ? 'waiting' : 'there');
    const reachable = atWork.value;
    useEffect(wantAllWords, []);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (page) => {
          loaded = page;
          state.value = 'there';
        },
        () => {
          state.value = 'failed';
        },
      );
    }, [reachable, state]);
    if (state.value === 'there' && loaded !== null && wordsWhole.value) {
      const Page = loaded;
      return <Page {...props} />;
    }
    return <main class="page">{state.value === 'failed' && <ProblemText problem={notFetched} />}</main>;
  };
}

const notFetched = { type: 'about:blank', title: '', status: 503, code: ownCodes.unreadable };
