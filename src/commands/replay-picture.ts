// A replay as a picture: two bars per group, told apart by their pattern, so that it is read in black and white too. Text
// stays text, and whatever comes from outside is escaped.

import type { ReplayReport } from '../contract/replay.ts';
import { difference, groupName, type ReplayWords } from './replay-words.ts';

const [width, rowHeight, left, right, top] = [800, 56, 240, 110, 84];

export function replayPicture({ groups, from, to, past }: ReplayReport, words: ReplayWords): string {
  const most = Math.max(1, ...groups.flatMap(({ before, after }) => [before.waitP90, after.waitP90]));
  const lengthOf = (minutes: number): number => Math.round(((width - left - right) * minutes) / most);
  const rows = groups.map((group, index) => {
    const y = top + index * rowHeight;
    const { before, after, change } = group;
    const bar = (minutes: number, at: number, fill: string, text: string): string =>
      `<rect x="${left}" y="${at}" width="${lengthOf(minutes)}" height="18" fill="${fill}" stroke="#111"/>` +
      `<text x="${left + lengthOf(minutes) + 8}" y="${at + 14}">${escaped(text)}</text>`;
    return [
      `<text x="${left - 12}" y="${y + 16}" text-anchor="end">${escaped(groupName(words, group))}</text>`,
      `<text x="${left - 12}" y="${y + 34}" text-anchor="end" font-size="12">${group.people}</text>`,
      bar(before.waitP90, y, '#fff', String(before.waitP90)),
      bar(after.waitP90, y + 21, 'url(#after)', `${after.waitP90} (${difference(change.waitP90)})`),
    ].join('\n');
  });
  const { title, before, after } = words.picture;
  const height = top + Math.max(1, groups.length) * rowHeight + 44;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="14" fill="#111" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<defs><pattern id="after" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#fff"/><rect width="4" height="8" fill="#0b6e4f"/></pattern></defs>
<rect width="100%" height="100%" fill="#fff"/>
<text x="20" y="30" font-size="17" font-weight="bold">${escaped(title)}</text>
<text x="20" y="52">${escaped(`${from.slice(0, 10)} – ${to.slice(0, 10)}`)}</text>
<rect x="${left}" y="40" width="18" height="14" fill="#fff" stroke="#111"/><text x="${left + 26}" y="52">${escaped(before)}</text>
<rect x="${left + 110}" y="40" width="18" height="14" fill="url(#after)" stroke="#111"/><text x="${left + 136}" y="52">${escaped(after)}</text>
${rows.join('\n')}
<text x="20" y="${height - 16}" font-size="12">${escaped(past.isReproduced ? '' : words.past(past))}</text>
</svg>
`;
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters are no XML. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? '').replaceAll(/\p{Cc}/gu, ' ');
