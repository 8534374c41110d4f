// The page on which all pictures stand by room, with the questions to ask of each. It carries nothing but text and pictures.

export type Picture = {
  readonly file: string;
  readonly room: string;
  readonly role: string;
  readonly screen: string;
  readonly theme: string;
  readonly language: string;
  /** What axe-core says of it. */
  readonly found: readonly string[];
};

export function pictureIndex(pictures: readonly Picture[]): string {
  const names = [...new Set(pictures.map(({ room }) => room))];
  const rooms = names.map((name) => {
    const own = pictures.filter(({ room }) => room === name);
    return `<section id="${name}"><h2>${name}</h2><div>${own.map(figure).join('\n')}</div></section>`;
  });
  const links = names.map((name) => `<a href="#${name}">${name}</a>`).join(' · ');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The rooms of Officina</title>
<style>${style}</style>
<h1>The rooms, ${pictures.length} pictures</h1>
<p>${links}</p>
<ol>${questions.map((question) => `<li>${question}</li>`).join('')}</ol>
${rooms.join('\n')}
</html>
`;
}

const style = `body{font:16px/1.5 system-ui;margin:24px}div{display:flex;flex-wrap:wrap;gap:16px;align-items:start}
figure{margin:0;width:360px}img{width:100%;border:1px solid #999}figcaption{font-size:14px}.found{color:#b00}`;

const questions = [
  'Can you name every machine’s state with the colours removed?',
  'Is the loudest thing the one a person should act on first?',
  'With no exception, is the screen calm?',
  'Does each “not now” show why, and what would make it a yes?',
  'Is every old value marked with its time, and every clock frozen where data is stale?',
  'Is there exactly one primary action, and nothing costly beside something harmless?',
  'Does nothing look like an emergency stop?',
  'Does German fit without clipped actions?',
  'Is dark as legible as light?',
  'Would you know the room with the logo covered?',
];

function figure({ file, role, screen, theme, language, found }: Picture): string {
  const about = [role, screen, theme, language].join(', ');
  const said = found.map((one) => `<br><span class="found">${escaped(one)}</span>`).join('');
  return `<figure><a href="${file}"><img src="${file}" alt="${about}" loading="lazy"></a><figcaption>${about}${said}</figcaption></figure>`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
