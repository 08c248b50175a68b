/** What each button of the toolbar does to the selected text. `around` is put before and after, `before` in front of each line. */
export const MARKS = {
  bold: { around: ["**", "**"], key: "b" },
  italic: { around: ["*", "*"], key: "i" },
  link: { around: ["[", "](https://)"], key: "k" },
  wikilink: { around: ["[[", "]]"] },
  code: { around: ["`", "`"], block: ["```\n", "\n```"], key: "e" },
  image: { around: ["![", "](https://)"] },
  mention: { around: ["@", ""] },
  quote: { before: "> " },
  list: { before: "- " },
}
