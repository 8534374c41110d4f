// A frame that takes JSON lines → the rule that the engine runs, or why it makes no sense: every key has an effect, and
// no frame takes any object whatever.

import type { ProfileFile } from '../../contract/profile-file.ts';
import { isReadingName } from '../../domain/machine/reading.ts';
import type { JsonReadings, JsonRule, JsonTells } from '../../domain/profile/json-rule.ts';

type FrameEntry = ProfileFile['frames'][number];
type JsonEntry = NonNullable<FrameEntry['json']>;

/** Keys of `json` and of the frame beside it that a kind needs, and those it may have besides `where` and `has`. */
const keysOf: Partial<Record<FrameEntry['kind'], { needs: readonly string[]; may: readonly string[] }>> = {
  status: { needs: ['state'], may: ['sub', 'report', 'merge', 'inches', 'read'] },
  reading: { needs: ['read'], may: ['inches'] },
  alarm: { needs: ['code'], may: [] },
  nack: { needs: ['code'], may: [] },
  event: { needs: ['event'], may: [] },
  greeting: { needs: [], may: [] },
  ack: { needs: [], may: [] },
  reject: { needs: [], may: [] },
  ignore: { needs: [], may: [] },
};

/** The rule, or what is wrong with the frame. */
export function compileJson(
  frame: FrameEntry,
  json: JsonEntry,
): { ok: true; rule: JsonRule } | { ok: false; why: string } {
  const why = wrongIn(frame, json);
  if (why !== null) return { ok: false, why };
  return {
    ok: true,
    rule: {
      id: frame.id,
      tells: tellsOf(frame, json),
      where: new Map(Object.entries(json.where ?? {}).map(([path, words]) => [path, new Set(words)])),
      has: json.has ?? [],
      readings: readingsOf(json),
    },
  };
}

function wrongIn(frame: FrameEntry, json: JsonEntry): string | null {
  if (frame.match !== undefined) return 'a frame has `match` or `json`, not both; take one out';
  const keys = keysOf[frame.kind];
  if (!keys) return `a frame of the kind ${frame.kind} cannot be told by \`json\`; use \`match\``;
  const { id, kind, json: _, ...beside } = frame;
  const { where, has, ...told } = json;
  const given = [...Object.keys(beside), ...Object.keys(told)];
  const missing = keys.needs.find((key) => !given.includes(key));
  if (missing) return `a frame of the kind ${kind} needs \`${missing}\`; add it to "${id}"`;
  const extra = given.find((key) => !keys.needs.includes(key) && !keys.may.includes(key));
  if (extra) return `\`${extra}\` has no effect in a frame of the kind ${kind} told by \`json\`; take it out`;
  if (json.merge !== undefined && json.report === undefined)
    return '`merge` has nothing to be laid over; name the whole report in `report`';
  if (json.inches && !json.read) return '`inches` has no effect without `read`; take it out';
  if (!where && !has && json.report === undefined)
    return 'this would take any JSON object; say which by `where` or `has`';
  return null;
}

function tellsOf(frame: FrameEntry, json: JsonEntry): JsonTells {
  switch (frame.kind) {
    case 'status':
      return {
        kind: 'status',
        state: json.state ?? '',
        sub: json.sub ?? null,
        report: { whole: json.report ?? null, changes: json.merge ?? null },
      };
    case 'alarm':
    case 'nack':
      return { kind: frame.kind, code: json.code ?? '' };
    case 'event':
      return { kind: 'event', event: frame.event ?? 'program.end' };
    case 'reading':
    case 'greeting':
    case 'ack':
    case 'reject':
      return { kind: frame.kind };
    default:
      return { kind: 'ignore' };
  }
}

const readingsOf = ({ read, inches }: JsonEntry): JsonReadings => ({
  read: Object.entries(read ?? {}).flatMap(([name, { at, otherwise, length }]) =>
    isReadingName(name) ? [{ name, at, otherwise: otherwise ?? null, length: length ?? false }] : [],
  ),
  inches: inches ?? null,
});
