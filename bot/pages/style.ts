/** How pages of the personal link look: light and dark, at 320 px and in print, with forced colours, without scripts or fonts of ours. */

/** The one stylesheet; it stands inside each page, and its hash in the page's policy. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --back: #fff; --fore: #1b1a19; --soft: #555; --line: #767676; --fill: #f4f4f6;
  --accent: #3d43a8; --on-accent: #fff; --good: #0b6a0b; --good-fill: #eef7ee; --bad: #a4141b; --bad-fill: #fdf0f0; --bar: #6a70d4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #1b1a1e; --fore: #f3f2f1; --soft: #c8c6c4; --line: #908e8c; --fill: #28272c;
    --accent: #b3b7ff; --on-accent: #14143a; --good: #9ad79a; --good-fill: #17291a; --bad: #ffb3b0; --bad-fill: #38191a; --bar: #8d93f0;
  }
}
@media (prefers-contrast: more) {
  :root { --soft: var(--fore); --line: var(--fore); }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--back); color: var(--fore); overflow-wrap: break-word; }
header, main, footer { max-width: 40rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1rem; color: var(--soft); }
header a, footer a { display: inline-block; padding: .65rem 0; }
main { padding-bottom: 2rem; }
footer { padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--soft); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 1rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .5rem; }
p, ul { margin: .5rem 0; }
.lines { white-space: pre-line; }
.strong { font-weight: 600; }
.hint { color: var(--soft); font-size: .95rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
:target { scroll-margin-top: 1rem; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: inline-block; }
header nav a { margin-right: 1rem; }
header nav a[aria-current] { font-weight: 600; }
.decoy { position: absolute; left: -999rem; }
ul.entries { list-style: none; padding: 0; }
ul.entries > li { border-top: 1px solid var(--line); }
ul.entries > li:last-child { border-bottom: 1px solid var(--line); }
ul.entries a { display: block; padding: .65rem 0; min-height: 2.75rem; font-weight: 600; }
ul.entries .hint { display: block; margin-top: -.5rem; padding-bottom: .65rem; }
.notice { border: 1px solid var(--line); border-left: .4rem solid var(--line); padding: .75rem 1rem; margin: 1rem 0; background: var(--fill); }
.notice > :first-child { margin-top: 0; }
.notice > :last-child { margin-bottom: 0; }
.notice.good { border-color: var(--good); background: var(--good-fill); }
.notice.bad { border-color: var(--bad); background: var(--bad-fill); }
.notice.bad ul { list-style: none; padding: 0; }
.notice.bad a { display: block; padding: .6rem 0; color: var(--bad); }
.notice h2 { margin-top: 0; }
form { margin: 1rem 0; }
fieldset { border: 0; padding: 0; margin: 1.25rem 0; min-width: 0; }
legend { padding: 0; }
legend, .field > label:not(.choice) { display: block; font-weight: 600; }
.field { margin: 1.25rem 0; }
.field > .hint, fieldset > .hint { margin: 0 0 .25rem; }
.field > .wrong, fieldset > .wrong { margin: 0 0 .25rem; color: var(--bad); font-weight: 600; }
input[type=text], input[type=email], input[type=tel], select, textarea {
  display: block; width: 100%; min-height: 2.75rem; padding: .5rem .6rem; font: inherit;
  color: var(--fore); background: var(--back); border: 1px solid var(--line); border-radius: 4px;
}
[aria-invalid=true] { border: 2px solid var(--bad) !important; }
textarea { min-height: 6rem; resize: vertical; }
.choice { display: flex; align-items: flex-start; gap: .75rem; min-height: 2.75rem; padding: .55rem .75rem; margin: .4rem 0; border: 1px solid var(--line); border-radius: 4px; cursor: pointer; }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.choice > input { flex: none; width: 1.35rem; height: 1.35rem; margin: .1rem 0 0; accent-color: var(--accent); }
.choice > span { min-width: 0; }
.choice .hint { display: block; }
.choice img { display: block; max-width: 100%; max-height: 15rem; margin: 0 0 .4rem; border-radius: 4px; }
.picture img { display: block; width: auto; height: auto; max-width: 100%; max-height: 24rem; border-radius: 4px; }
.picture.small img { max-height: 8rem; }
input[type=file] { display: block; width: 100%; min-height: 2.75rem; padding: .5rem .6rem; font: inherit; color: var(--fore); border: 1px solid var(--line); border-radius: 4px; }
.ratings { display: grid; grid-template-columns: repeat(auto-fit, minmax(2.9rem, 1fr)); gap: .4rem; }
.ratings .choice { flex-direction: column; align-items: center; gap: .2rem; margin: 0; padding: .45rem .25rem; font-weight: 600; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 0; }
button, a.button {
  display: inline-block; min-height: 2.75rem; padding: .55rem 1.25rem; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 2px solid var(--accent); border-radius: 4px; max-width: 100%;
}
button.quiet, a.quiet { color: var(--accent); background: transparent; }
summary { min-height: 2.75rem; padding: .6rem 0; font-weight: 600; color: var(--accent); cursor: pointer; }
p.bar { margin: 0 0 .75rem; }
p.bar span { color: var(--bar); font-size: .8rem; letter-spacing: -.02em; }
.strong:has(+ p.bar), p:has(+ p.bar) { margin-bottom: 0; }
@media (forced-colors: active) {
  .choice:has(:checked) { outline: 3px solid Highlight; }
  .notice { border-width: 2px; border-left-width: .4rem; }
}
@media print {
  header a, footer, form .buttons, .skip { display: none; }
  body { background: #fff; color: #000; }
}
`.trim();
