// Chooses the language of the pages on this screen; each language is listed by its own name.

import { words } from '../store.ts';
import { chooseLanguage, languageChoice } from '../words/language-choice.ts';
import { languages } from '../words/words.ts';

export function LanguageField() {
  const { header: say } = words.value;
  return (
    <label class="field">
      <span>{say.language}</span>
      <select
        value={languageChoice.value ?? ''}
        onChange={({ currentTarget }) => chooseLanguage(currentTarget.value || null)}
      >
        <option value="">{say.languageUsual}</option>
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
