/** The names of our icons. They are part of what templates may say: keep them stable. */
export const NAMES = `
add alert appearance archive arrowNext arrowPrevious attachment bell block bold book bookmark bookmarked calendar camera chartBar check clock
close code collapse copy download edit ellipsis error expand eye eyeClosed feedback flag globe hand heart help history home image
info italic key language lightbulb link linkExternal listBullet listNumbered live lock logIn logOut logoCC map mapPin mention menu
message moon move newspaper next previous pushPin quotes reply rss search settings share speechBubble speechBubbleAdd speechBubbles
star success sun table tag trash undo unLock upload userAdd userAvatar userGroup warning wikilink
`.trim().split(/\s+/)

/** Where our name stands for a Codex icon of another name. */
export const RENAMED = {
  appearance: "halfBright",
  archive: "tray",
  bell: "bellOutline",
  bookmark: "bookmarkOutline",
  bookmarked: "bookmark",
  help: "helpNotice",
  heart: "heartOutline",
  lightbulb: "lightbulbOutline",
  share: "shareIOS",
  sun: "bright",
  userAvatar: "userAvatarOutline",
  warning: "alert",
  wikilink: "wikitext",
}

const line = (d) => `<path d="${d}" fill="none" stroke="currentColor" stroke-width="2"/>`

/** Drawn by us, where Codex has none. */
export const DRAWN = {
  move: { path: line("M2.5 4.500H10v11H2.500zM10 10h7.500M14 6.500l3.5 3.5-3.5 3.5"), flip: true },
  mention: { path: `${line("M13.5 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM13.5 6.500V11c0 3.3 4.5 3 4.5-1a8 8 0 1 0-3.4 6.5")}` },
  reply: { path: line("M8 3.5 3 8.500l5 5M3 8.500h8c4 0 6 2.5 6 7.5"), flip: true },
  rss: { path: `${line("M3 4a13 13 0 0 1 13 13M3 10a7 7 0 0 1 7 7")}<circle cx="4.5" cy="15.5" r="1.8"/>`, flip: true },
}

/** The mark of Space in the colours of the theme: people move around a conversation. */
export const LOGO = [
  '<ellipse cx="20" cy="18" rx="18.5" ry="8.5" transform="rotate(-24 20 18)" fill="none" stroke="currentColor" stroke-width="1.3" opacity=".55"/>',
  '<path d="M20 9.5a8.5 8.5 0 1 1-3.2 16.4l-4.6 2.6 1-4.9A8.5 8.5 0 0 1 20 9.5z" fill="currentColor" stroke="var(--background-color-base)" stroke-width="2.5" paint-order="stroke"/>',
  '<g fill="var(--background-color-base)"><circle cx="16.4" cy="18" r="1.2"/><circle cx="20" cy="18" r="1.2"/><circle cx="23.6" cy="18" r="1.2"/></g>',
  '<g stroke="var(--background-color-base)" stroke-width="1.5"><circle cx="35.7" cy="8.6" r="3.7" fill="var(--space-red)"/>',
  '<circle cx="5" cy="28" r="3.7" fill="var(--space-green)"/><circle cx="10.5" cy="12.3" r="3.1" fill="var(--space-blue)"/></g>',
].join("")
