/** What is being named where the caret stands: after `@` a person, after `#` a category or tag, after `:` an emoji; between commas a tag; a place is all of it. */
const KINDS = {
  "@": { kind: "people", found: /(?<![\p{L}\p{M}\p{N}_@/.])@([^\n@#?!;:<>[\]{}|/]{0,60})$/u },
  "#": { kind: "things", found: /(?<![\p{L}\p{M}\p{N}_#&/[(])#([^\s#][^\n#[\]()]{0,40})$/u },
  ":": { kind: "emoji", found: /(?<![\p{L}\p{M}\p{N}_:/]):([\p{L}\p{M}_+-][\p{L}\p{M}\p{N}_+-]{1,30})$/u },
  place: { kind: "places", found: /^(.{2,})$/u },
  tag: { kind: "tags", found: /(?:^|[,،、])\s*#?([^,،、#]+)$/u },
}

/** Looks back from the caret: { kind, typed, start }, or nothing. `start` is where the sign (of a tag: the word) begins. */
export function wordAt(area, signs) {
  if (area.selectionStart !== area.selectionEnd) return null
  const before = area.value.slice(Math.max(0, area.selectionStart - 80), area.selectionStart)
  for (const sign of signs) {
    const match = KINDS[sign].found.exec(before)
    if (match) return { kind: KINDS[sign].kind, typed: match[1].trim(), start: area.selectionStart - match[1].length - (sign.length > 1 ? 0 : 1) }
  }
  return null
}
