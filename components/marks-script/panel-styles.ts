/** Styles of the bar and the card, which nothing of the page reaches. */
export const PANEL_STYLES = `
:host{all:initial;--ground:#fbf9f4;--ink:#1b1a17;--soft:#57534a;--line:#d9d3c5;--accent:#7a1f2b;position:static}
:host([data-dark]){--ground:#211f1b;--ink:#ece7dc;--soft:#b5ae9f;--line:#4a463d;--accent:#e8a3a8}
*{box-sizing:border-box}
section,.card{font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--ground);border:1px solid var(--line);border-radius:4px;box-shadow:0 2px 12px rgb(0 0 0/.18)}
section{position:fixed;z-index:2147483646;inset-block-end:12px;inset-inline-end:12px;max-width:min(26em,calc(100vw - 24px));padding:8px 10px;display:grid;gap:4px}
.row{display:flex;align-items:center;gap:4px;flex-wrap:wrap}
.row a{margin-inline-end:auto}
p{margin:0}
a{color:var(--accent);text-underline-offset:.2em}
.count{font-size:13px;color:var(--soft)}
button{font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:4px;min-width:32px;min-height:32px;padding:2px 8px;cursor:pointer}
button:hover{border-color:currentColor}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.card{position:fixed;z-index:2147483647;width:min(23em,calc(100vw - 24px));max-height:var(--room,60vh);overflow:auto;padding:12px 14px}
.card[hidden],.row [hidden]{display:none}
.card p+p{margin-block-start:.5em}
.top{display:flex;align-items:center;gap:8px}
.rating{font-weight:600;color:var(--hue);display:flex;align-items:center;gap:6px;margin-inline-end:auto}
svg{width:1em;height:1em;flex:none;stroke-linecap:round;stroke-linejoin:round}
.statement{font-weight:600}
.claimant{font-size:13px;color:var(--soft)}
.status{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(width<600px){.card{inset-inline:12px;inset-block:auto 12px;width:auto;max-height:60vh}section{inset-inline:12px}}
@media print{section,.card{display:none}}
`;
