// What people with disabilities may count on, how it is tested, what is not known, and how to say that something is in the
// way. For everybody, also before signing in.

import { words } from '../store.ts';
import { Panel } from './panel.tsx';

export function AccessibilityPage() {
  const { accessibility: say } = words.value;
  return (
    <main class="page page-narrow">
      <header>
        <h1>{say.title}</h1>
        <p class="hint">{say.intro}</p>
      </header>
      <Panel title={say.met}>
        <ul class="said">
          <li>{say.metStandard}</li>
          <li>{say.metKeys}</li>
          <li>{say.metSmall}</li>
          <li>{say.metColour}</li>
          <li>{say.metMotion}</li>
          <li>{say.metSpeech}</li>
        </ul>
      </Panel>
      <Panel title={say.tested}>
        <ul class="said">
          <li>{say.testedAxe}</li>
          <li>{say.testedKeys}</li>
          <li>{say.testedWide}</li>
          <li>{say.testedColours}</li>
        </ul>
      </Panel>
      <Panel title={say.unknown}>
        <ul class="said">
          <li>{say.unknownReader}</li>
          <li>{say.unknownPdf}</li>
          <li>{say.unknownChart}</li>
          <li>{say.unknownDocs}</li>
        </ul>
      </Panel>
      <Panel title={say.tell}>
        <ul class="said">
          <li>{say.tellWho}</li>
          <li>{say.tellWhat}</li>
          <li>{say.tellElse}</li>
        </ul>
      </Panel>
    </main>
  );
}
