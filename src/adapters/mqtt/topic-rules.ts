// Which topics and filters are well formed at all (MQTT 3.1.1, 4.7), with our limits; who may use them is `permit`'s.

const maxTopicBytes = 256;
const maxTopicLevels = 8;

/** A topic that can be published: no wildcards, at most 256 bytes and 8 levels. */
export const isTopic = (text: string): boolean => fits(text) && !/[+#]/.test(text);

/** Whether the bytes are such a topic of printable ASCII, as nearly all are: known without making text of them. */
export function isPlainTopic(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.length > maxTopicBytes) return false;
  let levels = 1;
  for (const byte of bytes) {
    if (byte < firstPrintable || byte > lastPrintable || byte === plus || byte === hash) return false;
    if (byte === slash) levels += 1;
  }
  return levels <= maxTopicLevels;
}

const [firstPrintable, lastPrintable, plus, hash, slash] = [0x20, 0x7e, 0x2b, 0x23, 0x2f];

/** A filter that can be subscribed: `+` alone in its level, `#` alone in the last. */
export function isFilter(text: string): boolean {
  if (!fits(text)) return false;
  const levels = text.split('/');
  return levels.every(
    (level, i) => level === '+' || (level === '#' && i === levels.length - 1) || !/[+#]/.test(level),
  );
}

/**
 * Whether all that a topic or filter can name lies within a pattern, which is itself a filter (4.7.1). So it also tells
 * whether a subscription meets a topic.
 */
export function covers(pattern: string, filter: string): boolean {
  const wanted = pattern.split('/');
  const levels = filter.split('/');
  for (const [i, want] of wanted.entries()) {
    // `a/#` is `a` and all below.
    if (want === '#') return levels.length >= i;
    const level = levels[i];
    if (level === undefined || level === '#' || (want !== '+' && want !== level)) return false;
  }
  return levels.length === wanted.length;
}

function fits(text: string): boolean {
  return text !== '' && Buffer.byteLength(text) <= maxTopicBytes && text.split('/').length <= maxTopicLevels;
}
