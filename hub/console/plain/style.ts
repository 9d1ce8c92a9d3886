import { createHash } from 'node:crypto';

/** Everything the pages look like. It stands inside each of them: nothing else is asked for when one is opened. */
export const style = `:root{--ink:#211d18;--soft:#5c5346;--line:#ddd4c4;--red:#8f1d1d;color-scheme:light}
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{margin:0;background:#f8f5ee;color:var(--ink);font:1rem/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:anywhere}
main{max-width:42rem;margin:0 auto;padding:1.25rem 1rem 4rem}
h1,h2{line-height:1.3}
h1{margin:.25rem 0 1rem;font-size:1.6rem}
h2{margin:2rem 0 .6rem;font-size:1.2rem}
p{margin:0 0 .9rem}
ul{padding-left:1.3rem}
li{margin:.35rem 0}
a{color:var(--red);text-underline-offset:.2em}
:focus-visible{outline:3px solid #1f4e79;outline-offset:2px}
.lead{font-size:1.15rem;font-weight:600}
.hint{margin:0 0 .4rem;color:var(--soft);font-size:.92rem}
.alert{margin:0 0 1rem;padding:.8rem 1rem;border-left:5px solid;border-radius:.3rem}
.alert-done{background:#e8f2ea;border-color:#1c5f3a}
.alert-note{background:#e8f0f7;border-color:#1f4e79}
.alert-warning{background:#fbf1db;border-color:#7a4a00}
.alert-problem{background:#f9ebe7;border-color:var(--red)}
.alert>:last-child,.card>:last-child{margin-bottom:0}
.card{margin:0 0 1rem;padding:1rem 1.1rem;background:#fffdf9;border:1px solid var(--line);border-radius:.6rem}
.field,.radios{margin:0 0 1.1rem}
.field>label,.radios legend{display:block;margin:0 0 .2rem;font-weight:600}
.optional{color:var(--soft);font-weight:400}
input:not([type=radio]),select,textarea{width:100%;min-height:48px;padding:.6rem .75rem;border:1.5px solid #8a7f6d;border-radius:.4rem;background:#fff;color:var(--ink);font:inherit}
input[type=file]{border-style:dashed}
.field-wrong textarea,.field-wrong input{border:2px solid var(--red)}
.error{margin:.3rem 0 0;color:var(--red);font-weight:600}
.radios{padding:0;border:0}
.check{display:grid;grid-template-columns:auto 1fr;align-items:start;column-gap:.7rem;min-height:44px;padding:.35rem 0}
.check input{width:1.5rem;height:1.5rem;margin:.1rem 0 0;accent-color:var(--red)}
.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:52px;padding:.6rem 1.2rem;border:1.5px solid var(--red);border-radius:.6rem;background:#fffdf9;color:var(--red);font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
.button-primary{background:var(--red);color:#fff}
.buttons{display:grid;gap:.7rem;margin:0 0 1rem}
.facts{margin:0 0 1rem}
.facts>div{padding:.45rem 0;border-bottom:1px solid var(--line)}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.as-written{white-space:pre-wrap;unicode-bidi:plaintext}
.question{min-width:0}
.question legend{float:left;width:100%;margin:0 0 .4rem;padding:0;font-weight:600}
.question legend+*{clear:both}
.scale{display:flex;flex-wrap:wrap;gap:0 1.2rem}
.place{display:grid;grid-template-columns:1fr 5rem;gap:.7rem;align-items:center;margin:0 0 .5rem}
.receipt{margin:0 0 1rem;padding:.8rem .6rem .8rem 3.4rem;border:3px solid var(--red);border-radius:.6rem;background:#fff;font:700 1.5rem/1.5 ui-monospace,Consolas,monospace;letter-spacing:.03em}
.receipt li{margin:.15rem 0}
@media print{.buttons,.form{display:none}}
`;

/** Lets the page look as it does, and do nothing else than send its own form to us. */
export const contentPolicy = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  `img-src data:`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');
