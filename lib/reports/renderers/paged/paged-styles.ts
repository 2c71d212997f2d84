/** The style sheet of documents with pages as HTML. It is a text, as the file has it inside. */
export const PAGED_STYLES = `
:root { color-scheme: light dark; --ink: #1b1a17; --soft: #57534a; --paper: #fbf9f4; --line: #cfc8b8; --accent: #7a1f2b }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7dc; --soft: #b5aea0; --paper: #1a1917; --line: #45413a; --accent: #e59aa2 } }
body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.55 "Source Serif 4", Georgia, serif; overflow-wrap: anywhere }
h1, h2, h3, h4, .notice, .mark, footer, table { font-family: "Source Sans 3", "Helvetica Neue", Arial, sans-serif }
h1 { line-height: 1.2 } h2 { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid var(--ink) }
.mark { position: sticky; top: 0; margin: 0; padding: .4rem 0; background: var(--paper); border-bottom: 2px dashed var(--accent); color: var(--accent); font-weight: 700 }
.notice { color: var(--accent); font-weight: 600 }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line) }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .9rem } th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top }
.chart { display: block; width: 100%; height: 10px } a { color: inherit } footer { margin-top: 3rem; color: var(--soft); font-size: .85rem }
@media print { .mark { position: fixed; inset-inline-end: 0; border: 0 } body { max-width: none } }
`;
