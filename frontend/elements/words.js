/** A sentence of the page with what belongs into it: "Sending {name}…". */
export function fillIn(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap)
}
